INSERT INTO leaf VALUES (2, 7);
-- kept: SELECT * FROM leaf
-- kept-back: SELECT * FROM leaf
