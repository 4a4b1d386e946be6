CREATE TABLE t (a int NOT NULL, b date NOT NULL);
