CREATE TABLE base (id int);
CREATE TABLE other (id int, CONSTRAINT large CHECK (id > 0));
CREATE TABLE goods (price int) INHERITS (base);
