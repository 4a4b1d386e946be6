-- kept: SELECT id, zone, place, gate FROM house_a UNION ALL SELECT 0, 0, place, gate FROM road
-- kept-back: SELECT id, zone, place, gate FROM house_a UNION ALL SELECT 0, 0, place, gate FROM road
INSERT INTO house (id, place, gate) VALUES (1, 'a', 'north');
INSERT INTO road VALUES ('a', 'north');
