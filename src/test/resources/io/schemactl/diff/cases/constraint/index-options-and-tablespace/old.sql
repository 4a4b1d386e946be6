-- tablespaces: case_space
CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a), CONSTRAINT u UNIQUE (b), CONSTRAINT x EXCLUDE USING btree (c WITH =));
