INSERT INTO leaf VALUES (1, 1);
-- kept: SELECT * FROM leaf
-- kept-back: SELECT * FROM leaf
