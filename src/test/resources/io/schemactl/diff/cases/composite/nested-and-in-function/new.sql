CREATE TYPE a AS (x int, w text);
CREATE TYPE b AS (y a, z a[], v date);
CREATE FUNCTION f() RETURNS b LANGUAGE sql AS $$ SELECT NULL::public.b $$;
