-- kept: SELECT a::bytea, b::bytea FROM t
-- kept-back: SELECT a::bytea, b::bytea FROM t
INSERT INTO t VALUES ('\x00000102', 7);
