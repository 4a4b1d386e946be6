CREATE EXTENSION btree_gist;
CREATE TABLE a (id int NOT NULL, valid daterange NOT NULL, CONSTRAINT k UNIQUE (id, valid WITHOUT OVERLAPS));
CREATE TABLE b (id int, a_id int, during daterange, CONSTRAINT f FOREIGN KEY (a_id, PERIOD during) REFERENCES a (id, PERIOD valid));
COMMENT ON CONSTRAINT k ON a IS 'key';
CREATE TABLE c (id int, valid daterange, CONSTRAINT c_k PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE d (id int, valid daterange, CONSTRAINT d_k UNIQUE (id, valid));
