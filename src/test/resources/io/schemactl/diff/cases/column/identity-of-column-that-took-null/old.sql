CREATE TABLE t (a int, b text, c int, d int DEFAULT 5);
