-- kept: SELECT * FROM house UNION ALL SELECT * FROM yard
-- kept-back: SELECT * FROM house UNION ALL SELECT * FROM yard
INSERT INTO house VALUES (1, 'a');
INSERT INTO yard VALUES (3, 'a');
