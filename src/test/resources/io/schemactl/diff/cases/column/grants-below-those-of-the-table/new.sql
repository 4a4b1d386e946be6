-- roles: app_reader
CREATE TABLE t (a int, b int);
GRANT UPDATE ON t TO PUBLIC;
GRANT INSERT (a), SELECT (b) ON t TO PUBLIC;
GRANT SELECT (b) ON t TO app_reader WITH GRANT OPTION;
GRANT UPDATE ON t TO app_reader;
GRANT UPDATE (a) ON t TO app_reader WITH GRANT OPTION;
