INSERT INTO p VALUES (3, 'x'), (4, 'y');
-- kept: SELECT * FROM p ORDER BY a
-- kept-back: SELECT * FROM p ORDER BY a
