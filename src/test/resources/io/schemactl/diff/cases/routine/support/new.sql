CREATE FUNCTION f(a int) RETURNS SETOF int LANGUAGE internal IMMUTABLE STRICT SUPPORT array_unnest_support AS 'generate_series_int4';
CREATE FUNCTION g(a text, b text) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'textlike';
CREATE FUNCTION h(a text, b text) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT SUPPORT textlike_support AS 'textlike';
