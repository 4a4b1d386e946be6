-- kept: SELECT tableoid::regclass::text, a, b, c FROM p1 UNION ALL SELECT 'p2', p2.* FROM p2 UNION ALL SELECT 'p3a', p3a.* FROM p3a ORDER BY 2
INSERT INTO p VALUES (1, 1, 1), (11, 2, 2), (21, 1, 3);
