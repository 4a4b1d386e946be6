-- tablespaces: case_space
CREATE TABLE t (a int);
CREATE INDEX i ON t (a) TABLESPACE case_space;
