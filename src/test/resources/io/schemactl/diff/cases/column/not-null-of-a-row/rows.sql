-- kept: SELECT id, p::text, q::text, r::text FROM t ORDER BY id
INSERT INTO t VALUES (1, ROW(1, NULL), ROW(1, NULL), ROW(NULL));
