INSERT INTO t VALUES (1, '[1,2]');
-- kept: SELECT id, a::text FROM t
-- kept-back: SELECT id, a::text FROM t
