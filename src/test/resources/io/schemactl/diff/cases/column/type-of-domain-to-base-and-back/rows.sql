-- kept: SELECT a, b, c, d, e, f, g, h, i = '2001-02-03', j FROM t
-- kept-back: SELECT a, b, c, d, e, f, g, h, i = '2001-02-03', j FROM t
INSERT INTO t VALUES (1.25, 2.5, 3, 4, 'five', 'six', 7, 8, '2001-02-03', 'ten');
