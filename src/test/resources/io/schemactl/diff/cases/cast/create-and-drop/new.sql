CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION to_text(pair) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT ($1).a::text $$;
CREATE CAST (pair AS text) WITH FUNCTION to_text(pair) AS ASSIGNMENT;
COMMENT ON CAST (pair AS text) IS 'first';
