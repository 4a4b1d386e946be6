CREATE DOMAIN email AS text;
CREATE TABLE t (e email);
