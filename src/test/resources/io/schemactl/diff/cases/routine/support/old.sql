CREATE FUNCTION f(a int) RETURNS SETOF int LANGUAGE internal IMMUTABLE STRICT AS 'generate_series_int4';
CREATE FUNCTION g(a text, b text) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT SUPPORT textlike_support AS 'textlike';
