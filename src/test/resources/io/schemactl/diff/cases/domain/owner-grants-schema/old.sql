-- roles: app_reader, case_owner
CREATE SCHEMA s;
CREATE DOMAIN d AS int CHECK (VALUE > 1);
CREATE DOMAIN m AS int CHECK (VALUE > 2);
CREATE TABLE t (a d, b m);
