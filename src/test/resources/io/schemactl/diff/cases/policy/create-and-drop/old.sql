-- roles: app_reader
CREATE TABLE t (a int, who name);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY gone ON t USING (true);
