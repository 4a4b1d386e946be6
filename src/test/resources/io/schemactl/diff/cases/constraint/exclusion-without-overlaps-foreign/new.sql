CREATE EXTENSION btree_gist;
CREATE TABLE t (a int, d daterange, CONSTRAINT k UNIQUE (a, d WITHOUT OVERLAPS));
CREATE TABLE u (a int, d daterange);
