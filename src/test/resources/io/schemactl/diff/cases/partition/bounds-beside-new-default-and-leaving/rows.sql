INSERT INTO p VALUES (3, 'x'), (16, 'y'), (101, 'z');
-- kept: SELECT * FROM p WHERE a < 110 ORDER BY a
-- kept-back: SELECT * FROM p ORDER BY a
