CREATE TABLE t (a int);
CREATE TABLE u (a int) WITH (autovacuum_vacuum_scale_factor = 0.05, user_catalog_table = true);
