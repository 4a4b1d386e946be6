-- tablespaces: case_space
CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a) WITH (fillfactor = 70), CONSTRAINT u UNIQUE (b) INCLUDE (c) WITH (fillfactor = 60) USING INDEX TABLESPACE case_space, CONSTRAINT x EXCLUDE USING btree (c WITH =) INCLUDE (a) WITH (fillfactor = 50) USING INDEX TABLESPACE case_space WHERE (c > 1) DEFERRABLE);
