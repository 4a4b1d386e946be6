-- kept: SELECT * FROM contact, talk
-- kept-back: SELECT * FROM contact, talk
INSERT INTO contact VALUES (1, '[2024-01-01,2025-01-01)');
INSERT INTO talk VALUES (1, 1, '[2024-01-01,2025-01-01)');
