-- roles: case_owner
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR TABLE t WITH (publish = '', publish_via_partition_root);
COMMENT ON PUBLICATION p IS 'publication';
CREATE PUBLICATION q WITH (publish = 'insert, update');
ALTER PUBLICATION q OWNER TO case_owner;
