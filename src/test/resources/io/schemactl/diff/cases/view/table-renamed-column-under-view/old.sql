CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a AS out FROM t;
