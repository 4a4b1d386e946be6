-- since: 18
CREATE TABLE t (id integer);
