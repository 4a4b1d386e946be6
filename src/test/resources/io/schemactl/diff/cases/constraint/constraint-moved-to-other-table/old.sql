CREATE TABLE t (a int, b int);
CREATE TABLE u (a int, b int);
ALTER TABLE t ADD CONSTRAINT same UNIQUE (a);
