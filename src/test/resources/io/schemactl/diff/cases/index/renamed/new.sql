CREATE TABLE t (a int, b text);
CREATE INDEX t_new_name ON t (a) WHERE b IS NOT NULL;
