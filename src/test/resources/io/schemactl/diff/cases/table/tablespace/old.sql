-- tablespaces: case_space
CREATE TABLE t (a int PRIMARY KEY);
