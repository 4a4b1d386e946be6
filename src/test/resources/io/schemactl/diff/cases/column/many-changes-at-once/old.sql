CREATE TABLE t (id int PRIMARY KEY, a text, b int DEFAULT 3, c varchar(10) NOT NULL, gone int);
