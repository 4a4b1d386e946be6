CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(t) || '-' $$;
CREATE TABLE t (a text, b text GENERATED ALWAYS AS (slug(a)) STORED);
