-- since: 15
CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a));
