-- since: 18
CREATE EXTENSION btree_gist;
CREATE TABLE t (a int, d daterange, CONSTRAINT k PRIMARY KEY (a, d WITHOUT OVERLAPS));
CREATE TABLE u (a int, d daterange, CONSTRAINT f FOREIGN KEY (a, PERIOD d) REFERENCES t (a, PERIOD d));
