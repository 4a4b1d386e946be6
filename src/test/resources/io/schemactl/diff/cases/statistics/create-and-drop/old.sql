CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS gone ON a, b FROM t;
