INSERT INTO t VALUES ('sad'), ('ok');
-- kept: SELECT m::text FROM t ORDER BY 1
-- kept-back: SELECT m::text FROM t ORDER BY 1
