-- roles: app_reader
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b, 1 AS c FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
GRANT SELECT (a), UPDATE (a) ON v TO app_reader WITH GRANT OPTION;
GRANT SELECT (a) ON m TO app_reader;
COMMENT ON COLUMN v.a IS 'a of v';
COMMENT ON COLUMN m.b IS 'b of m';
