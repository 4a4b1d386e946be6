CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE TABLE p PARTITION OF t FOR VALUES IN (1);
UPDATE pg_catalog.pg_inherits SET inhdetachpending = true WHERE inhrelid = 'p'::regclass;
