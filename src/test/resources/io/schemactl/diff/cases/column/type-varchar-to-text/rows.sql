INSERT INTO t VALUES ('a', 'b', 'abcde');
-- kept: SELECT * FROM t
-- kept-back: SELECT * FROM t
