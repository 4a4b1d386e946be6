INSERT INTO p1 VALUES (3, 'x');
-- kept: SELECT * FROM p1
-- kept-back: SELECT * FROM p1
