INSERT INTO kind VALUES (1);
INSERT INTO event VALUES (1, 1, 'north'), (2, 1, 'south');
INSERT INTO sale VALUES (1, 1);
-- kept: SELECT * FROM event ORDER BY id
-- kept-back: SELECT * FROM event ORDER BY id
