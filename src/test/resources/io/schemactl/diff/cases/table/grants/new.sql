-- roles: app_reader, app_writer
CREATE TABLE t (a int, b text);
GRANT SELECT, INSERT ON t TO app_reader;
GRANT SELECT, UPDATE ON t TO app_writer WITH GRANT OPTION;
GRANT SELECT ON t TO PUBLIC;
