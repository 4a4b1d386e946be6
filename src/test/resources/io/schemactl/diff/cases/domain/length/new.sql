CREATE DOMAIN d AS varchar(20);
CREATE TABLE t (a d);
