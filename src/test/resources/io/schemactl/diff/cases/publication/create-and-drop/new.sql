CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE TABLE u (a int PRIMARY KEY);
CREATE PUBLICATION fresh FOR TABLE t, u WITH (publish = 'insert, update', publish_via_partition_root = true);
CREATE PUBLICATION everything FOR ALL TABLES;
COMMENT ON PUBLICATION fresh IS 'two';
