-- roles: case_owner
CREATE TYPE r AS RANGE (SUBTYPE = float8);
CREATE TYPE s AS RANGE (SUBTYPE = text);
