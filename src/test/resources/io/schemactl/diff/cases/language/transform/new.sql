CREATE TRUSTED LANGUAGE own HANDLER plpgsql_call_handler;
CREATE TYPE pair AS (a int);
CREATE FUNCTION from_sql(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'textlen';
CREATE TRANSFORM FOR pair LANGUAGE own (FROM SQL WITH FUNCTION from_sql(internal));
