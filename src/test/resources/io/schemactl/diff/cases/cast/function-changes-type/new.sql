CREATE TYPE colour AS ENUM ('red', 'blue');
CREATE FUNCTION hex(other colour) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$ SELECT 'f01'::varchar $$;
CREATE CAST (colour AS varchar) WITH FUNCTION hex(colour) AS ASSIGNMENT;
