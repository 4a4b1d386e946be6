-- roles: app_reader, case_owner
CREATE SEQUENCE s;
GRANT SELECT, UPDATE ON SEQUENCE s TO app_reader;
ALTER SEQUENCE s OWNER TO case_owner;
