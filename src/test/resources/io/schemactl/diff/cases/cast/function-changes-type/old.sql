CREATE TYPE colour AS ENUM ('red');
CREATE FUNCTION hex(c colour) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$ SELECT 'f00'::varchar $$;
CREATE CAST (colour AS varchar) WITH FUNCTION hex(colour);
