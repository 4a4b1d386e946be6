INSERT INTO t VALUES (1, 2, 'x');
-- kept: SELECT * FROM t
-- kept-back: SELECT * FROM t
