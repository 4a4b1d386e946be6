CREATE TABLE t (a int, b text) WITH (fillfactor = 80, parallel_workers = 2, toast.autovacuum_vacuum_threshold = 100);
