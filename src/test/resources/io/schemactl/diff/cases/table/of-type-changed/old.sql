CREATE TYPE one AS (a int, b text);
CREATE TYPE two AS (a int, b text);
CREATE TABLE t OF one (a WITH OPTIONS DEFAULT 3, PRIMARY KEY (a));
