-- unmigratable: whose values are secret
CREATE EXTENSION postgres_fdw;
CREATE SERVER remote TYPE 'pg' VERSION '15' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'db.example', port '5432', dbname 'x');
CREATE USER MAPPING FOR PUBLIC SERVER remote OPTIONS (user 'guest');
CREATE FOREIGN TABLE t (id int OPTIONS (column_name 'ID') NOT NULL, name text DEFAULT 'x') SERVER remote OPTIONS (schema_name 'public', table_name 'other');
COMMENT ON SERVER remote IS 'far';
COMMENT ON FOREIGN TABLE t IS 'far too';
