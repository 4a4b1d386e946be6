CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '5', SSPACE = 8);
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) AS total FROM t;
