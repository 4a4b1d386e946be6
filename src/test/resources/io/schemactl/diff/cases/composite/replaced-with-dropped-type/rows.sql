-- kept: SELECT id, p::text FROM t ORDER BY id
INSERT INTO t VALUES (1, ROW('new', 2)), (2, NULL);
