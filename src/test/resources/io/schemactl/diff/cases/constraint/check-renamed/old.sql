CREATE TABLE t (a int, CONSTRAINT first_name CHECK (a > 0));
