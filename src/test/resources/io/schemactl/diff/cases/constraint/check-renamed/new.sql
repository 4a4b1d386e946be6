CREATE TABLE t (a int, CONSTRAINT other_name CHECK (a > 0));
