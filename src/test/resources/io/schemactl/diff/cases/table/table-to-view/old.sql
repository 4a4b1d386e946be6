CREATE TABLE base (a int, b text);
CREATE TABLE t (a int, b text);
