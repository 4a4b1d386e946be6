CREATE TABLE a (id int, x int, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b (id int, y int, CONSTRAINT ckb CHECK (y > 0));
CREATE TABLE c (z int) INHERITS (a, b);
CREATE INDEX ON c (x);
