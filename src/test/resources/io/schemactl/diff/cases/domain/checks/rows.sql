INSERT INTO t VALUES (2);
-- kept: SELECT * FROM t
-- kept-back: SELECT * FROM t
