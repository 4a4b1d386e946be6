-- kept: SELECT a, b FROM t ORDER BY a
-- kept-back: SELECT a, b FROM t ORDER BY a
INSERT INTO t VALUES (1, 2), (3, 4);
