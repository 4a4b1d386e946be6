-- kept: SELECT * FROM texts_more ORDER BY v
INSERT INTO below_zero VALUES (-6), (-1000);
INSERT INTO above VALUES (12345678901), (99999999999);
INSERT INTO moments_2020 VALUES ('2020-06-01 00:00+00', 'x');
INSERT INTO texts_one VALUES ('it''s', 1);
INSERT INTO texts_more VALUES ('a,b', 1), (NULL, 2);
INSERT INTO sizes_large VALUES ('large');
INSERT INTO sizes_null VALUES (NULL);
INSERT INTO flags_true VALUES (true, 1);
INSERT INTO prices_low VALUES (1), (-1.5);
INSERT INTO two_one VALUES (1, 3);
INSERT INTO lowered_one VALUES ('A');
