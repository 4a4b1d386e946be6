INSERT INTO p VALUES (1), (2), (3);
-- kept: SELECT id, keep FROM p
-- kept-back: SELECT id, keep FROM p
