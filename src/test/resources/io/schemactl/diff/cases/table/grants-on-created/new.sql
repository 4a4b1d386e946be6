-- roles: app_reader
CREATE TABLE t (a serial, b text);
GRANT SELECT, DELETE ON t TO app_reader;
GRANT USAGE ON SEQUENCE t_a_seq TO app_reader;
