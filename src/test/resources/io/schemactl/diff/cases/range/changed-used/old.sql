CREATE TYPE r AS RANGE (subtype = float8);
CREATE TABLE t (id int, a r);
