INSERT INTO t VALUES ('a'), ('c');
-- kept: SELECT m::text FROM t ORDER BY 1
-- kept-back: SELECT m::text FROM t ORDER BY 1
