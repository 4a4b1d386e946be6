CREATE TYPE address AS (street text, zip int);
COMMENT ON TYPE address IS 'type';
COMMENT ON COLUMN address.zip IS 'after';
COMMENT ON COLUMN address.street IS 'street';
