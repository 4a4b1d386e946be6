CREATE SCHEMA x;
CREATE SEQUENCE x.s;
CREATE TABLE t (a bigint DEFAULT nextval('x.s'));
