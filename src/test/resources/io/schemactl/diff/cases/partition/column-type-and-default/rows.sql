INSERT INTO p VALUES (3, 4);
-- kept: SELECT * FROM p
-- kept-back: SELECT * FROM p
