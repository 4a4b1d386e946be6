INSERT INTO t VALUES ('happy');
-- kept: SELECT a::text FROM t
-- kept-back: SELECT a::text FROM t
