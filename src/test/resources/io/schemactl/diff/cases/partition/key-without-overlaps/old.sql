-- since: 18
CREATE EXTENSION btree_gist;
CREATE TABLE a (id int, valid daterange, CONSTRAINT k PRIMARY KEY (id, valid WITHOUT OVERLAPS)) PARTITION BY RANGE (id);
CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (1) TO (10);
CREATE TABLE b (a_id int, during daterange, CONSTRAINT f FOREIGN KEY (a_id, PERIOD during) REFERENCES a (id, PERIOD valid));
CREATE TABLE c (id int NOT NULL, valid daterange NOT NULL);
CREATE TABLE d (id int NOT NULL, valid daterange NOT NULL) PARTITION BY LIST (id);
