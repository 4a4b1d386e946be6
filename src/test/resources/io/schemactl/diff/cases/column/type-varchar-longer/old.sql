CREATE TABLE t (a varchar(20), n numeric(10,2));
