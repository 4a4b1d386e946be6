-- roles: app_reader
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app_reader;
CREATE TABLE t (a int);
CREATE TABLE u (a int);
REVOKE ALL ON u FROM app_reader;
