CREATE TABLE t (id int);
CREATE FUNCTION is_odd(n int) RETURNS boolean RETURN n <> 0;
CREATE FUNCTION is_even(n int) RETURNS boolean IMMUTABLE STRICT COST 7 SET search_path TO public
    RETURN CASE WHEN n = 0 THEN true ELSE is_odd(n - 1) END;
CREATE OR REPLACE FUNCTION is_odd(n int) RETURNS boolean
BEGIN ATOMIC
    SELECT CASE WHEN n = 0 THEN false ELSE is_even(n - 1) END;
END;
COMMENT ON FUNCTION is_odd(int) IS 'by recursion';
CREATE FUNCTION itself(n int, OUT m int) RETURN n;
CREATE OR REPLACE FUNCTION itself(n int, OUT m int) RETURN CASE WHEN n > 9 THEN 9 ELSE itself(n + 1) END;
CREATE PROCEDURE q(n int, OUT m int) BEGIN ATOMIC SELECT 1; END;
CREATE PROCEDURE p(n int, INOUT m int) BEGIN ATOMIC INSERT INTO t VALUES (n); SELECT m; END;
CREATE FUNCTION rows_of(n int) RETURNS TABLE (a int, b text) BEGIN ATOMIC SELECT 1, 'x'; END;
CREATE FUNCTION more_rows(n int DEFAULT 3) RETURNS SETOF t
BEGIN ATOMIC
    SELECT a FROM rows_of(n);
END;
CREATE OR REPLACE FUNCTION rows_of(n int) RETURNS TABLE (a int, b text)
BEGIN ATOMIC
    SELECT id, 'x' AS b FROM more_rows(n - 1);
END;
CREATE VIEW v AS SELECT is_even(id) AS even FROM t;
