CREATE TYPE own;
CREATE FUNCTION own_in(cstring) RETURNS own LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION own_out(own) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE own (INPUT = own_in, OUTPUT = own_out, LIKE = int4);
CREATE TYPE txt;
CREATE FUNCTION txt_in(cstring) RETURNS txt LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION txt_out(txt) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE txt (INPUT = txt_in, OUTPUT = txt_out);
