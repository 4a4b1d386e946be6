-- since: 18
CREATE EXTENSION btree_gist;
CREATE TABLE a (id int, valid daterange, CONSTRAINT a_key PRIMARY KEY (id, valid));
