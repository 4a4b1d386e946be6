-- since: 15
CREATE TABLE t (a integer UNIQUE NULLS NOT DISTINCT, b text);
