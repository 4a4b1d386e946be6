-- kept: SELECT number, full_name FROM due
-- kept-back: SELECT number, full_name FROM due
INSERT INTO customer (full_name, born, town) VALUES ('Ada Example', '1990-01-01', 'Bath');
INSERT INTO bill VALUES (1, 'a', '2024-01-01', 12.5, 1);
INSERT INTO shop (name, town, street) VALUES ('x', 'Bath', 'High Street');
INSERT INTO note VALUES (1, '2024-01-01', 'ann', 'it');
