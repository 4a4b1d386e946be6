CREATE TABLE t (a int PRIMARY KEY, b smallint DEFAULT 7);
