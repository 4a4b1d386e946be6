CREATE TABLE t (a int, b text);
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
ALTER MATERIALIZED VIEW m SET (autovacuum_enabled = false);
