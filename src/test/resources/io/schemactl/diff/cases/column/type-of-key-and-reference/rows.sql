INSERT INTO a VALUES (1);
INSERT INTO b VALUES (5, 1);
-- kept: SELECT * FROM b
-- kept-back: SELECT * FROM b
