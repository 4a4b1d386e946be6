-- kept: SELECT count(*), count(a), count(b), count(c), count(d), count(e), count(f) FROM t
-- kept-back: SELECT count(*), count(a), count(b), count(c), count(d), count(e), count(f) FROM t
INSERT INTO t VALUES (1, 'glad', '00000000-0000-0000-0000-000000000007', '2024-02-29', true, 4), (NULL, NULL, NULL, NULL, NULL, NULL);
