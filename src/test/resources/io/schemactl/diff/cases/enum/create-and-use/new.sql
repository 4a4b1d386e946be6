CREATE TYPE mood AS ENUM ('sad', 'it''s', 'Happy Day');
CREATE TABLE t (m mood DEFAULT 'sad', ms mood[]);
COMMENT ON TYPE mood IS 'moods';
