-- One row: what the database itself is set to. The elements of roles and "roleSettings" belong together.
SELECT ARRAY(SELECT c.setting
             FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) c (setting)
             WHERE s.setdatabase = d.oid AND s.setrole = 0) AS settings,
       ARRAY(SELECT pg_catalog.pg_get_userbyid(s.setrole)::pg_catalog.text
             FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) c (setting)
             WHERE s.setdatabase = d.oid AND s.setrole <> 0
             ORDER BY s.setrole, c.setting) AS roles,
       ARRAY(SELECT c.setting
             FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) c (setting)
             WHERE s.setdatabase = d.oid AND s.setrole <> 0
             ORDER BY s.setrole, c.setting) AS "roleSettings",
       d.datconnlimit AS "connectionLimit",
       d.datistemplate AS template,
       d.tableoid AS classid,
       d.oid AS objid
FROM pg_catalog.pg_database d
WHERE d.datname = pg_catalog.current_database();
