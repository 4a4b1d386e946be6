-- roles: app_reader, app_writer
CREATE TABLE t (a int, b text, c date);
GRANT SELECT (a, b) ON t TO app_reader;
GRANT INSERT (c), REFERENCES (a) ON t TO app_writer;
