CREATE EXTENSION btree_gist;
CREATE TABLE a (id int, valid daterange, CONSTRAINT a_key PRIMARY KEY (id, valid));
CREATE TABLE b (a_id int, during daterange, CONSTRAINT f FOREIGN KEY (a_id, during) REFERENCES a (id, valid));
COMMENT ON CONSTRAINT f ON b IS 'in force';
