CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT lower($1) = lower($2) $$;
CREATE OPERATOR =~= (LEFTARG = text, RIGHTARG = text, FUNCTION = same, COMMUTATOR = =~=, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE OPERATOR !!! (RIGHTARG = int, FUNCTION = int4um);
COMMENT ON OPERATOR =~= (text, text) IS 'same letters';
