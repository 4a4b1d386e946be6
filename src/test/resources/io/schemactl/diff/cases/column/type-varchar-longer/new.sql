CREATE TABLE t (a varchar(255), n numeric(14,2));
