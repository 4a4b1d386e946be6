CREATE TYPE a AS (x int);
CREATE TYPE b AS (y a, z a[]);
CREATE FUNCTION f() RETURNS b LANGUAGE sql AS $$ SELECT NULL::public.b $$;
