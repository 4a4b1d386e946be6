-- roles: app_reader, app_writer
CREATE TABLE t (a int, b text, c date);
GRANT SELECT (a), UPDATE (b) ON t TO app_reader;
