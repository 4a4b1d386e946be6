INSERT INTO t VALUES ('42');
-- kept: SELECT a::text FROM t
-- kept-back: SELECT a::text FROM t
