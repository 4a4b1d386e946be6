CREATE TABLE t (a int);
CREATE INDEX i ON t (a);
UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass;
