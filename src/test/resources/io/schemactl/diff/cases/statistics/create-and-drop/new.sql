CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS fresh (ndistinct, mcv) ON a, c FROM t;
CREATE STATISTICS of_expression ON (a + b), lower(c) FROM t;
COMMENT ON STATISTICS fresh IS 'two';
