INSERT INTO nodes VALUES (1, NULL), (2, 1);
-- kept: SELECT * FROM nodes ORDER BY id
-- kept-back: SELECT * FROM nodes ORDER BY id
