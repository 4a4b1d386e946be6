-- kept: SELECT mood::text, code::text, id::text FROM t
-- kept-back: SELECT mood::text, code::text, id::text FROM t
INSERT INTO t VALUES ('sad', 7, '00000000-0000-0000-0000-000000000007');
