CREATE EXTENSION citext;
CREATE TABLE t (a int, c citext);
