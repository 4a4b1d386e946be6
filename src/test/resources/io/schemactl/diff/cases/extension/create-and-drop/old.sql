CREATE EXTENSION hstore;
CREATE TABLE t (a int, h hstore);
