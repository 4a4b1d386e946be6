CREATE FUNCTION my_rank() RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE AS 'window_rank';
CREATE FUNCTION int_add(int, int) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'int4pl';
