INSERT INTO t VALUES (1, 'x', 3);
-- kept: SELECT a, c FROM t
