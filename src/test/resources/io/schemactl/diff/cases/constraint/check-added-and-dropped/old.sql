CREATE TABLE t (a int, b int, CONSTRAINT gone CHECK (a > 0));
