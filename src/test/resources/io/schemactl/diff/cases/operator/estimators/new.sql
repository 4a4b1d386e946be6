CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 = $2 $$;
CREATE OPERATOR =~= (LEFTARG = text, RIGHTARG = text, FUNCTION = same);
ALTER OPERATOR =~= (text, text) SET (RESTRICT = eqsel, JOIN = eqjoinsel);
