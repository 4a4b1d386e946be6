INSERT INTO p VALUES (3, 'x'), (21, 'y');
-- kept: SELECT a, b FROM p ORDER BY a
-- kept-back: SELECT a, b FROM p ORDER BY a
