INSERT INTO p VALUES (1, '[1,4)', 1);
INSERT INTO q VALUES (1, '[1,4)');
-- kept: SELECT * FROM p ORDER BY 1
-- kept-back: SELECT * FROM p ORDER BY 1
