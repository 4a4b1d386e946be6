-- roles: app_reader
CREATE TYPE e AS ENUM ('a', 'it''s');
