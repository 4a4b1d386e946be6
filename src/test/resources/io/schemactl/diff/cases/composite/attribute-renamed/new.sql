CREATE TYPE c AS (a int, x text);
COMMENT ON COLUMN c.x IS 'was b';
