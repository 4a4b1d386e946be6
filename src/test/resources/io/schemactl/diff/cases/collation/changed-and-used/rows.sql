INSERT INTO t VALUES (1, 'ä');
-- kept: SELECT * FROM t
-- kept-back: SELECT * FROM t
