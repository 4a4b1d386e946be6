CREATE TABLE t (a int, b text);
CREATE FUNCTION f(x int) RETURNS text RETURN (SELECT b FROM t WHERE a = x);
