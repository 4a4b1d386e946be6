CREATE TYPE address AS (street text, gone int, zip text);
CREATE TABLE t (id int, home address);
