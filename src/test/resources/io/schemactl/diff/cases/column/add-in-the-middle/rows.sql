INSERT INTO t VALUES (1, 3);
-- kept: SELECT a, c FROM t
