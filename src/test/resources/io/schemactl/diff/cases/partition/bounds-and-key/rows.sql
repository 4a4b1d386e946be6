INSERT INTO p VALUES (3, 'x');
-- kept: SELECT * FROM p
-- kept-back: SELECT * FROM p
