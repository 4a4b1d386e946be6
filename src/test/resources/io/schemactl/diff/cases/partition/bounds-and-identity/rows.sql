INSERT INTO p VALUES (3), (4);
-- kept: SELECT * FROM p ORDER BY a
-- kept-back: SELECT * FROM p ORDER BY a
