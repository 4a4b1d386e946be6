CREATE TYPE colour AS ENUM ('red', 'green', 'blue');
CREATE TABLE t (id int PRIMARY KEY, shade colour);
CREATE POLICY seen ON t AS RESTRICTIVE USING (shade IS NOT NULL);
COMMENT ON POLICY seen ON t IS 'kept';
