-- since: 15
CREATE TABLE t (a int);
CREATE UNIQUE INDEX i ON t (a);
