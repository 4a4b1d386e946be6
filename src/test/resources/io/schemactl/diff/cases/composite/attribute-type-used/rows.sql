INSERT INTO t VALUES (1, ROW('a', 5));
-- kept: SELECT id, (home).street, (home).zip::text FROM t
