-- since: 18
CREATE TABLE t (a bytea, b bigint);
