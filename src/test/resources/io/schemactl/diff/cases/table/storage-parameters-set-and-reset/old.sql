CREATE TABLE t (a int) WITH (fillfactor = 70);
CREATE TABLE u (a int);
