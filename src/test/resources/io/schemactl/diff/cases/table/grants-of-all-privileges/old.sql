-- roles: app_reader, case_owner
CREATE TABLE t (a int, b int);
CREATE SEQUENCE s;
GRANT ALL ON t TO app_reader;
