-- since: 18
CREATE EXTENSION btree_gist;
CREATE TABLE a (id int, valid daterange, CONSTRAINT a_key PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE b (a_id int, during daterange, CONSTRAINT f FOREIGN KEY (a_id, PERIOD during) REFERENCES a (id, PERIOD valid));
COMMENT ON CONSTRAINT f ON b IS 'in force';
