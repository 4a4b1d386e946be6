-- kept: SELECT tableoid::regclass::text, a, b, c FROM p ORDER BY a
INSERT INTO p VALUES (1, 2, 'x'), (11, 3, 'a');
