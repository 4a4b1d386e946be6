CREATE TABLE t (a int, b int);
ALTER TABLE t ALTER a SET (n_distinct = 100);
ALTER TABLE t ALTER b SET (n_distinct_inherited = 7);
