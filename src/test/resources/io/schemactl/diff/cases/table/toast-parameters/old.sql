CREATE TABLE t (a text) WITH (toast.autovacuum_enabled = false, toast.autovacuum_vacuum_threshold = 9);
