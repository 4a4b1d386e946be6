CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a AS x, b FROM t;
