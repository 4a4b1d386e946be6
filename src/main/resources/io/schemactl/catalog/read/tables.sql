-- One row for each ordinary, partitioned or foreign table.
SELECT n.nspname AS schema,
       c.relname AS name,
       CASE c.relkind WHEN 'p' THEN 'PARTITIONED' WHEN 'f' THEN 'FOREIGN' ELSE 'ORDINARY' END AS form,
       CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED' WHEN 't' THEN 'TEMPORARY' ELSE 'PERMANENT' END AS persistence,
       -- The parameters of the TOAST table are written with a prefix, as CREATE TABLE takes them.
       c.reloptions || ARRAY(SELECT 'toast.' || o.option
                             FROM pg_catalog.pg_class tc
                             CROSS JOIN LATERAL pg_catalog.unnest(tc.reloptions) AS o (option)
                             WHERE tc.oid = c.reltoastrelid) AS options,
       ts.spcname AS tablespace,
       am.amname AS "accessMethod",
       c.relrowsecurity AS "rowSecurityEnabled",
       c.relforcerowsecurity AS "rowSecurityForced",
       CASE c.relreplident WHEN 'n' THEN 'NOTHING' WHEN 'f' THEN 'FULL' WHEN 'i' THEN 'INDEX' ELSE 'DEFAULT' END
           AS "replicaIdentity",
       (SELECT ic.relname
        FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
        WHERE i.indrelid = c.oid AND i.indisreplident) AS "replicaIdentityIndex",
       ARRAY(SELECT pn.nspname::pg_catalog.text
             FROM pg_catalog.pg_inherits h
             JOIN pg_catalog.pg_class p ON p.oid = h.inhparent
             JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
             WHERE h.inhrelid = c.oid
             ORDER BY h.inhseqno) AS "parentSchemas",
       ARRAY(SELECT p.relname::pg_catalog.text
             FROM pg_catalog.pg_inherits h
             JOIN pg_catalog.pg_class p ON p.oid = h.inhparent
             WHERE h.inhrelid = c.oid
             ORDER BY h.inhseqno) AS "parentNames",
       CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS "partitionKey",
       CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END AS "partitionBound",
       EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid AND h.inhdetachpending) AS "detachPending",
       otn.nspname AS "ofTypeSchema",
       ot.typname AS "ofType",
       fs.srvname AS server,
       ft.ftoptions AS "serverOptions",
       pg_catalog.pg_get_userbyid(c.relowner) AS owner,
       c.tableoid AS classid,
       c.oid AS objid
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
LEFT JOIN pg_catalog.pg_type ot ON ot.oid = c.reloftype
LEFT JOIN pg_catalog.pg_namespace otn ON otn.oid = ot.typnamespace
LEFT JOIN pg_catalog.pg_foreign_table ft ON ft.ftrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_server fs ON fs.oid = ft.ftserver
WHERE c.relkind IN ('r', 'p', 'f')
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    AND x.objid = c.oid AND x.deptype = 'e')
ORDER BY n.nspname, c.relname;
