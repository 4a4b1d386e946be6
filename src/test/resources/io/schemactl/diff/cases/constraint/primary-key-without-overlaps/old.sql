-- since: 18
CREATE EXTENSION btree_gist;
CREATE TABLE t (a int, d daterange, PRIMARY KEY (a, d));
CREATE TABLE u (a int, d daterange NOT NULL, e daterange, CONSTRAINT k UNIQUE (a, e));
