-- since: 18
CREATE TABLE t (a int, CONSTRAINT n NOT NULL a);
