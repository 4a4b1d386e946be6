-- since: 15
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
