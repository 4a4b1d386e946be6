-- roles: app_reader
CREATE TYPE e AS ENUM ('a', 'it''s', 'B c');
REVOKE USAGE ON TYPE e FROM PUBLIC;
GRANT USAGE ON TYPE e TO app_reader WITH GRANT OPTION;
