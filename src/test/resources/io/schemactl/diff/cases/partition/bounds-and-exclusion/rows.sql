INSERT INTO p VALUES (1, '[1,4)'), (3, '[1,3)');
-- kept: SELECT * FROM p ORDER BY 1
-- kept-back: SELECT * FROM p ORDER BY 1
