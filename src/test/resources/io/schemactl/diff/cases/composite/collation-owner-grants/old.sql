-- roles: case_owner, app_reader
CREATE TYPE c AS (a text, b varchar(5));
