INSERT INTO t VALUES (1, 'happy');
-- kept: SELECT id, m::text FROM t
-- kept-back: SELECT id, m::text FROM t
