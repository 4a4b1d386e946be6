-- roles: case_owner
CREATE SCHEMA s;
CREATE TABLE t (a int, b text);
CREATE STATISTICS x ON (a + 1) FROM t;
CREATE STATISTICS y (mcv, ndistinct) ON a, (lower(b)) FROM t;
CREATE STATISTICS z ON a, b FROM t;
