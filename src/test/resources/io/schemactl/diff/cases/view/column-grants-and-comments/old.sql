-- roles: app_reader
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
GRANT SELECT (b) ON v TO app_reader;
