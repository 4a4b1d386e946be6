-- roles: app_reader, case_owner
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
GRANT SELECT (a), UPDATE (b) ON v TO app_reader;
ALTER VIEW v OWNER TO case_owner;
