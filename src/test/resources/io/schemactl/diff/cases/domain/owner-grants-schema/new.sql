-- roles: app_reader, case_owner
CREATE SCHEMA s;
CREATE DOMAIN d AS int CHECK (VALUE > 1);
ALTER DOMAIN d OWNER TO case_owner;
GRANT USAGE ON DOMAIN d TO app_reader;
CREATE DOMAIN s.m AS int CHECK (VALUE > 2);
CREATE TABLE t (a d, b s.m);
