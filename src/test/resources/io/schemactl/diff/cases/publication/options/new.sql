CREATE TABLE t (a int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert, delete, truncate', publish_via_partition_root);
