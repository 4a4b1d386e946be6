CREATE TABLE t (a text) WITH (toast.autovacuum_vacuum_threshold = 10, toast_tuple_target = 200, parallel_workers = 2, vacuum_truncate = false);
CREATE TABLE u (a text) WITH (toast.vacuum_truncate = false, user_catalog_table = true);
