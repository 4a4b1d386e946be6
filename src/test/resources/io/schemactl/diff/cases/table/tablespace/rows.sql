INSERT INTO t VALUES (1);
-- kept: SELECT * FROM t
-- kept-back: SELECT * FROM t
