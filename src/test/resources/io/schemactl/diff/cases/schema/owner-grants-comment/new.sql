-- roles: app_reader, case_owner
CREATE SCHEMA s;
GRANT USAGE, CREATE ON SCHEMA s TO app_reader;
ALTER SCHEMA s OWNER TO case_owner;
COMMENT ON SCHEMA s IS 'after';
