CREATE TABLE t (a text);
CREATE FUNCTION key_of(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1) $$;
CREATE INDEX i ON t (key_of(a));
