INSERT INTO t (a, b, d) VALUES (1, 2, 'x');
-- kept: SELECT a, b, d FROM t
-- kept-back: SELECT a, b, d FROM t
