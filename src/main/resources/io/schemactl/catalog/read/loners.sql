-- One row for each object that is in no schema, and so may depend on nothing. Large objects are data.
SELECT n.tableoid AS classid, n.oid AS objid
FROM pg_catalog.pg_namespace n
WHERE n.oid >= 16384 AND n.nspname !~ '^pg_(toast_)?temp_'
UNION ALL SELECT c.tableoid, c.oid FROM pg_catalog.pg_cast c WHERE c.oid >= 16384
UNION ALL SELECT l.tableoid, l.oid FROM pg_catalog.pg_language l WHERE l.oid >= 16384
UNION ALL SELECT a.tableoid, a.oid FROM pg_catalog.pg_am a WHERE a.oid >= 16384
UNION ALL SELECT x.tableoid, x.oid FROM pg_catalog.pg_extension x WHERE x.oid >= 16384
UNION ALL SELECT t.tableoid, t.oid FROM pg_catalog.pg_transform t WHERE t.oid >= 16384
UNION ALL SELECT e.tableoid, e.oid FROM pg_catalog.pg_event_trigger e WHERE e.oid >= 16384
UNION ALL SELECT p.tableoid, p.oid FROM pg_catalog.pg_publication p WHERE p.oid >= 16384
UNION ALL SELECT f.tableoid, f.oid FROM pg_catalog.pg_foreign_data_wrapper f WHERE f.oid >= 16384
UNION ALL SELECT s.tableoid, s.oid FROM pg_catalog.pg_foreign_server s WHERE s.oid >= 16384
UNION ALL SELECT d.tableoid, d.oid FROM pg_catalog.pg_default_acl d WHERE d.oid >= 16384
-- Ordinary roles may not read all of these two catalogs.
UNION ALL SELECT 'pg_catalog.pg_user_mapping'::pg_catalog.regclass, m.umid FROM pg_catalog.pg_user_mappings m
UNION ALL
SELECT 'pg_catalog.pg_subscription'::pg_catalog.regclass, b.oid
FROM pg_catalog.pg_subscription b
JOIN pg_catalog.pg_database d ON d.oid = b.subdbid
WHERE d.datname = pg_catalog.current_database()
ORDER BY classid, objid;
