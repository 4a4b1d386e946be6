-- roles: app_reader, app_writer
CREATE TABLE t (a int, b text);
GRANT SELECT ON t TO app_reader;
GRANT ALL ON t TO app_writer;
