CREATE TABLE t (a int, j jsonb, p point, x text);
CREATE INDEX i1 ON t (a);
CREATE INDEX i2 ON t (x);
