CREATE TABLE t (a int, b text);
CREATE INDEX fresh ON t (b, a);
