CREATE TABLE t (a int, b text);
CREATE UNIQUE INDEX i ON ONLY t USING btree (b COLLATE "C" text_pattern_ops DESC NULLS LAST) INCLUDE (a) WHERE a > 1;
