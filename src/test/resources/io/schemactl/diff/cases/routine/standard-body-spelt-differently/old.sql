-- equal: yes
CREATE TABLE t (a int, b text);
CREATE FUNCTION f(x int) RETURNS text BEGIN ATOMIC SELECT b FROM t WHERE a = x; END;
