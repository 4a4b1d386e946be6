CREATE TABLE t (a int, b int, CONSTRAINT fresh CHECK (b > 0 AND a < b));
