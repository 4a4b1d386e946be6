INSERT INTO s VALUES (1), (2);
-- kept: SELECT * FROM s ORDER BY a
-- kept-back: SELECT * FROM s ORDER BY a
