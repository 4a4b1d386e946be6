-- kept: SELECT a, b::text FROM t ORDER BY a
INSERT INTO t VALUES (1, 'new'), (2, NULL);
