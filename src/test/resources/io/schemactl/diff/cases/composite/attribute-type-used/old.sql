CREATE TYPE address AS (street text, zip int);
CREATE TABLE t (id int PRIMARY KEY, home address);
