CREATE TABLE t (a int, deleted boolean);
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (a) WHERE a > 5;
