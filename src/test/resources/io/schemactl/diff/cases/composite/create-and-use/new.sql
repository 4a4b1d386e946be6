CREATE TYPE address AS (street text, zip varchar(10), geo point);
CREATE TABLE t (id int, home address, others address[]);
CREATE FUNCTION f(a address) RETURNS text LANGUAGE sql AS $$ SELECT (a).street $$;
