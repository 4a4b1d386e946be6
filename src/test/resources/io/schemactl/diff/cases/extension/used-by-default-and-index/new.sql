CREATE EXTENSION "uuid-ossp";
CREATE EXTENSION unaccent;
CREATE EXTENSION pg_trgm;
CREATE FUNCTION plain(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT public.unaccent('public.unaccent', $1) $$;
CREATE TABLE t (id uuid DEFAULT uuid_generate_v4(), name text);
CREATE INDEX t_name ON t USING gist (plain(name) gist_trgm_ops);
