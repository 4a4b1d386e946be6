-- since: 15
CREATE TABLE t (a int, b int, c int);
CREATE TABLE u (a int);
CREATE PUBLICATION p FOR TABLE t (a);
