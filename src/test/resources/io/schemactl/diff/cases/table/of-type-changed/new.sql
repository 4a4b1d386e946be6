CREATE TYPE one AS (a int, b text);
CREATE TYPE two AS (a int, b text);
CREATE TABLE t OF two (a WITH OPTIONS DEFAULT 4, PRIMARY KEY (a));
