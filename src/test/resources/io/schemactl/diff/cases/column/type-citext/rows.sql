-- kept: SELECT id, plain::text, keyed::text, short::text, many::text, folded::text FROM t ORDER BY id
INSERT INTO t VALUES (1, 'Ab', 'Cd', 'Ef', '{Gh}', 'Ij', 'x'), (2, NULL, NULL, NULL, NULL, NULL, NULL);
