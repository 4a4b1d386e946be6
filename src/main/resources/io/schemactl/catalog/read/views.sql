-- One row for each view or materialized view.
SELECT n.nspname AS schema,
       c.relname AS name,
       c.relkind = 'm' AS materialized,
       c.relispopulated AS populated,
       -- The parameters of the TOAST table are written with a prefix, as CREATE TABLE takes them.
       c.reloptions || ARRAY(SELECT 'toast.' || o.option
                             FROM pg_catalog.pg_class tc
                             CROSS JOIN LATERAL pg_catalog.unnest(tc.reloptions) AS o (option)
                             WHERE tc.oid = c.reltoastrelid) AS options,
       ts.spcname AS tablespace,
       am.amname AS "accessMethod",
       CASE WHEN c.relkind = 'v' THEN 'DEFAULT' ELSE
           CASE c.relreplident WHEN 'n' THEN 'NOTHING' WHEN 'f' THEN 'FULL' ELSE 'DEFAULT' END
       END AS "replicaIdentity",
       v.definition,
       pg_catalog.pg_get_userbyid(c.relowner) AS owner,
       c.tableoid AS classid,
       c.oid AS objid
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_viewdef(c.oid) OFFSET 0) AS v (definition)
LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
WHERE c.relkind IN ('v', 'm')
  -- Nothing is printed if somebody has dropped it meanwhile.
  AND v.definition IS NOT NULL
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    AND x.objid = c.oid AND x.deptype = 'e')
ORDER BY n.nspname, c.relname;
