CREATE TABLE t (a bigint, b money, c integer);
