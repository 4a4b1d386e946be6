-- roles: case_owner, app_reader
CREATE TYPE c AS (a text COLLATE "C", b varchar(6));
ALTER TYPE c OWNER TO case_owner;
GRANT USAGE ON TYPE c TO app_reader;
