-- roles: app_reader
CREATE TABLE t (a int, who name);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY fresh ON t AS RESTRICTIVE FOR SELECT TO app_reader USING (who = current_user);
COMMENT ON POLICY fresh ON t IS 'own rows';
