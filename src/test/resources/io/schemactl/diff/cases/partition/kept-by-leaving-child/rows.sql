-- kept: SELECT a, typed::text, given, enlarged FROM ONLY p1 UNION ALL SELECT a, typed::text, given, enlarged FROM p2 UNION ALL SELECT a, typed::text, given, enlarged FROM p3a ORDER BY 1
INSERT INTO p1 VALUES (1, 2, 3, 4, 'a', 6);
INSERT INTO p2 VALUES (11, 2, 3, 4, 'b', 6);
INSERT INTO p3a VALUES (21, 2, 3, 4, 'c', 6);
