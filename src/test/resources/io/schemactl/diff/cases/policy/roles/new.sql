-- roles: app_reader, app_writer
CREATE TABLE t (a int);
CREATE POLICY p ON t TO app_reader, app_writer USING (a > 0);
CREATE POLICY q ON t TO app_writer USING (a > 0);
