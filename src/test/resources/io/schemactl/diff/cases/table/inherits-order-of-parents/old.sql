CREATE TABLE a (x int);
CREATE TABLE b (y int);
CREATE TABLE c (x int, y int) INHERITS (a, b);
