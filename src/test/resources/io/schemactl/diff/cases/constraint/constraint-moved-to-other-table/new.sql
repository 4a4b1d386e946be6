CREATE TABLE t (a int, b int);
CREATE TABLE u (a int, b int);
ALTER TABLE u ADD CONSTRAINT same UNIQUE (a);
