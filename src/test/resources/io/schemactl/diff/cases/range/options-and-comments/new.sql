-- roles: case_owner
CREATE TYPE r AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi, MULTIRANGE_TYPE_NAME = many_r);
COMMENT ON TYPE r IS 'range';
COMMENT ON TYPE many_r IS 'multirange';
ALTER TYPE r OWNER TO case_owner;
CREATE TYPE s AS RANGE (SUBTYPE = text, COLLATION = "C", SUBTYPE_OPCLASS = text_pattern_ops);
