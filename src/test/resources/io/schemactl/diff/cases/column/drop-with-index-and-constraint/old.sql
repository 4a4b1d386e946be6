CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE, c int CHECK (c > 0), CHECK (b < c));
CREATE INDEX t_bc ON t (b, c);
