-- roles: case_owner
CREATE SCHEMA s;
CREATE TABLE t (a int, b text);
CREATE STATISTICS x ON (a + 2) FROM t;
ALTER STATISTICS x SET STATISTICS 7;
CREATE STATISTICS y (dependencies) ON a, (upper(b)), (a / 2) FROM t;
COMMENT ON STATISTICS y IS 'statistics';
CREATE STATISTICS s.z ON a, b FROM t;
ALTER STATISTICS s.z OWNER TO case_owner;
