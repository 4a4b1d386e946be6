-- roles: app_reader, case_owner
CREATE SCHEMA s;
GRANT USAGE ON SCHEMA s TO app_reader;
COMMENT ON SCHEMA s IS 'before';
