-- roles: app_reader, case_owner
CREATE SEQUENCE s;
GRANT USAGE ON SEQUENCE s TO app_reader;
