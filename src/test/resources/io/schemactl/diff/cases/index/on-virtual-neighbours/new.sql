CREATE TABLE t (a int, b text);
CREATE UNIQUE INDEX i ON t USING btree (b COLLATE "POSIX" text_pattern_ops ASC NULLS FIRST) INCLUDE (a) WITH (fillfactor = 50) WHERE a > 2;
