CREATE TABLE t (a text, CONSTRAINT e EXCLUDE USING btree (lower(a) WITH =));
COMMENT ON CONSTRAINT e ON t IS 'like unique';
