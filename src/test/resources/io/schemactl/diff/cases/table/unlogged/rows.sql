INSERT INTO cache VALUES ('a', 'b');
-- kept: SELECT * FROM cache
-- kept-back: SELECT * FROM cache
