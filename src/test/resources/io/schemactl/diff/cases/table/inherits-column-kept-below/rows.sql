-- kept: SELECT y, note FROM grandchild UNION ALL SELECT size, NULL FROM other
INSERT INTO grandchild (id, note, y) VALUES (1, 'a', 2);
INSERT INTO other (id, size) VALUES (1, 7);
