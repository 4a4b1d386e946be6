CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION to_text(pair) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT ($1).a::text $$;
CREATE CAST (bigint AS pg_lsn) WITH INOUT;
