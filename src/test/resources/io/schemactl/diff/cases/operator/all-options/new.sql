-- roles: case_owner
CREATE FUNCTION eq(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE FUNCTION ne(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> $2';
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = eq, COMMUTATOR = ===, NEGATOR = !==, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR !== (LEFTARG = text, RIGHTARG = text, FUNCTION = ne, COMMUTATOR = !==, NEGATOR = ===, RESTRICT = neqsel, JOIN = neqjoinsel);
ALTER OPERATOR === (text, text) OWNER TO case_owner;
COMMENT ON OPERATOR === (text, text) IS 'equal';
CREATE OPERATOR !!! (RIGHTARG = int, FUNCTION = int4um);
COMMENT ON OPERATOR !!! (NONE, int) IS 'prefix';
