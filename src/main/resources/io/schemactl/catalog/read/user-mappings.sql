-- One row for each user mapping, with the names of its options; their values are secrets.
SELECT m.usename AS role,
       m.srvname AS server,
       ARRAY(SELECT pg_catalog.split_part(o.option, '=', 1) FROM pg_catalog.unnest(m.umoptions) AS o (option))
           AS "optionNames",
       -- The view shows the options to whoever may use the mapping, and to superusers.
       m.umoptions IS NULL
           AND NOT (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = CURRENT_USER)
           AND NOT (m.usename = CURRENT_USER
                    AND (pg_catalog.pg_has_role(s.srvowner, 'USAGE')
                         OR pg_catalog.has_server_privilege(s.oid, 'USAGE')))
           AND NOT (m.umuser = 0 AND pg_catalog.pg_has_role(s.srvowner, 'USAGE')) AS "optionsHidden",
       'pg_catalog.pg_user_mapping'::pg_catalog.regclass::pg_catalog.oid AS classid,
       m.umid AS objid
FROM pg_catalog.pg_user_mappings m
JOIN pg_catalog.pg_foreign_server s ON s.oid = m.srvid
WHERE m.usename IS NOT NULL
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass
                    AND x.objid = s.oid AND x.deptype = 'e')
ORDER BY m.usename, m.srvname;
