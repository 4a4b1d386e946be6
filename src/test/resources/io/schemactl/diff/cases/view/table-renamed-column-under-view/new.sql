CREATE TABLE t (z int, b int);
CREATE VIEW v AS SELECT z AS out FROM t;
