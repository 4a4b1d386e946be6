-- kept: SELECT id, code FROM a ORDER BY id
INSERT INTO a VALUES (1, 2), (2, 3);
INSERT INTO b VALUES (1, 2, 1);
