CREATE DOMAIN d AS numeric;
CREATE DOMAIN e AS d;
CREATE TYPE own;
CREATE FUNCTION own_in(cstring) RETURNS own LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION own_out(own) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE own (INPUT = own_in, OUTPUT = own_out, STORAGE = external);
CREATE TYPE r AS RANGE (SUBTYPE = numeric);
CREATE TABLE t (a e, b own, c r, f inet, g numeric(5, 2), h varchar(3)[], i tsvector);
