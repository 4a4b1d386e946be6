INSERT INTO t (x) VALUES ('a'), ('b');
-- kept: SELECT * FROM t ORDER BY id
-- kept-back: SELECT * FROM t ORDER BY id
