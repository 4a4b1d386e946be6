INSERT INTO t VALUES (1, 2, 3);
INSERT INTO p VALUES (1, 2);
-- kept: SELECT * FROM t, p
-- kept-back: SELECT * FROM t, p
