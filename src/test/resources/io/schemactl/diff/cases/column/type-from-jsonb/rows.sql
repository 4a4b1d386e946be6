-- kept: SELECT a::text, b::text FROM t
INSERT INTO t VALUES ('true', '1.5');
