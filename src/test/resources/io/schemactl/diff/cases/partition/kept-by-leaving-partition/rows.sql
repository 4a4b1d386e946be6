-- kept: SELECT a, typed::text, given, enlarged FROM p1 UNION ALL SELECT a, typed::text, given, enlarged FROM p2 UNION ALL SELECT a, typed::text, given, enlarged FROM p3 UNION ALL SELECT a, typed::text, given, enlarged FROM p4a ORDER BY 1
INSERT INTO p VALUES (1, 2, 3, 4, 'a', 6), (11, 2, 3, 4, 'b', 6), (21, 2, 3, 4, 'c', 6), (31, 2, 3, 4, 'd', 1);
