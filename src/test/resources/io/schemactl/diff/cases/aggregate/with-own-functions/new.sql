CREATE FUNCTION add_text(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT coalesce($1 || ',', '') || $2 $$;
CREATE FUNCTION end_text(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT '[' || $1 || ']' $$;
CREATE FUNCTION end_text(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1 $$;
CREATE AGGREGATE joined(text ORDER BY text) (SFUNC = add_text, STYPE = text);
CREATE AGGREGATE plain(text) (SFUNC = add_text, STYPE = text, FINALFUNC = end_text, FINALFUNC_MODIFY = READ_WRITE);
CREATE AGGREGATE moving(int) (SFUNC = int4pl, STYPE = int, MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = int, INITCOND = '0', MINITCOND = '0');
CREATE AGGREGATE biggest(int) (SFUNC = int4larger, STYPE = int, SORTOP = >);
