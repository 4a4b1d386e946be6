INSERT INTO t VALUES (1, 2);
-- kept: SELECT * FROM t
-- kept-back: SELECT * FROM t
