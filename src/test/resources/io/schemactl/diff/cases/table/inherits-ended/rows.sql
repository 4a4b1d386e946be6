-- kept: SELECT id, note, size, price FROM goods
INSERT INTO goods VALUES (5, 6, 'x', 3, 4);
