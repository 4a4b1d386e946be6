-- roles: app_reader, case_owner
CREATE SCHEMA s;
