INSERT INTO p VALUES (1, 'b', 'c', 'd', 'e'), (2, 'b', 'c', 'd', 'e');
-- kept: SELECT * FROM p ORDER BY a
-- kept-back: SELECT * FROM p ORDER BY a
