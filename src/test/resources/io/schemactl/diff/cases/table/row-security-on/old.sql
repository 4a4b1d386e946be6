CREATE TABLE t (a int PRIMARY KEY, owner_name name);
