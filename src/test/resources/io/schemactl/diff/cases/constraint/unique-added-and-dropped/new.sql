CREATE TABLE t (a int, b int, CONSTRAINT two UNIQUE (a, b));
