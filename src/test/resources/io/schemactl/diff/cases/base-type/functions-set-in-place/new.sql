CREATE TYPE txt;
CREATE FUNCTION txt_in(cstring) RETURNS txt LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION txt_out(txt) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION txt_recv(internal) RETURNS txt LANGUAGE internal STABLE STRICT AS 'textrecv';
CREATE FUNCTION txt_send(txt) RETURNS bytea LANGUAGE internal STABLE STRICT AS 'textsend';
CREATE TYPE txt (INPUT = txt_in, OUTPUT = txt_out, STORAGE = extended, RECEIVE = txt_recv, SEND = txt_send, TYPMOD_IN = varchartypmodin, TYPMOD_OUT = varchartypmodout, ANALYZE = array_typanalyze);
CREATE TABLE t (a txt);
