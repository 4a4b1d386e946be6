-- roles: app_reader
CREATE TABLE t (a int);
GRANT SELECT ON t TO app_reader;
