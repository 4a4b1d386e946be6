CREATE EXTENSION btree_gist;
CREATE TABLE t (a int, d daterange, PRIMARY KEY (a, d WITHOUT OVERLAPS));
CREATE TABLE u (a int, d daterange NOT NULL, e daterange, CONSTRAINT k UNIQUE (a, e WITHOUT OVERLAPS));
CREATE TABLE v (a int, d daterange, FOREIGN KEY (a, PERIOD d) REFERENCES t (a, PERIOD d));
