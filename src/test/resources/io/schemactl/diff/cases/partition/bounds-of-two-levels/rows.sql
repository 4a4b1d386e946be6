INSERT INTO p VALUES (3, 'x'), (5, 'z');
-- kept: SELECT * FROM p ORDER BY 1
-- kept-back: SELECT * FROM p ORDER BY 1
