CREATE TYPE colour AS ENUM ('red', 'green');
CREATE TABLE t (id int PRIMARY KEY, tint colour NOT NULL DEFAULT 'red');
CREATE POLICY seen ON t AS RESTRICTIVE USING (tint IS NOT NULL);
COMMENT ON POLICY seen ON t IS 'kept';
