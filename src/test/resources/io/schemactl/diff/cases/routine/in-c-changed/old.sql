CREATE FUNCTION digest(text) RETURNS bytea LANGUAGE c STRICT AS '$libdir/pgcrypto', 'pg_digest';
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql SET work_mem = '1MB' SET search_path FROM CURRENT AS 'SELECT 1';
