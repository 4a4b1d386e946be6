CREATE TABLE t (a int, b text);
CREATE VIEW first_name AS SELECT a, b FROM t WHERE a > 5;
