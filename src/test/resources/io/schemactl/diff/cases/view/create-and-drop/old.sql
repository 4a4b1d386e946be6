CREATE TABLE t (a int, b text);
CREATE VIEW gone AS SELECT a FROM t;
