CREATE TABLE t (a int, b text);
CREATE VIEW fresh AS SELECT a, upper(b) AS loud FROM t WHERE a > 0;
COMMENT ON VIEW fresh IS 'loud';
COMMENT ON COLUMN fresh.loud IS 'in capitals';
