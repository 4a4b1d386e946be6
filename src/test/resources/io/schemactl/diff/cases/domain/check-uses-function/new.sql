CREATE FUNCTION is_code(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT t ~ '^[A-Z]+$' $$;
CREATE DOMAIN code AS text CHECK (is_code(VALUE));
CREATE FUNCTION first_letter(c code) RETURNS text LANGUAGE sql AS $$ SELECT left(c, 1) $$;
CREATE TABLE t (c code, CHECK (first_letter(c) <> 'Q'));
