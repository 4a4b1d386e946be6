CREATE TABLE a (id integer);
CREATE TABLE child (id integer, own integer);
