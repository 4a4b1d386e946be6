CREATE FUNCTION digest(text) RETURNS bytea LANGUAGE c IMMUTABLE STRICT AS 'pgcrypto', 'pg_hmac';
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql SET search_path TO "$user", 'a b', pg_temp SET "my.x" = 'it''s' AS 'SELECT 1';
