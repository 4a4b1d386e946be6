CREATE TABLE t (a int, deleted boolean);
CREATE INDEX i ON t (a) WHERE NOT deleted;
CREATE INDEX j ON t (a) WHERE a > 6;
