-- One row for each schema that users made, and public.
SELECT n.nspname AS name,
       -- Not the owner that every database's public schema has from the beginning.
       CASE WHEN n.nspname <> 'public' OR n.nspowner <> 10
            THEN pg_catalog.pg_get_userbyid(n.nspowner) END AS owner,
       n.tableoid AS classid,
       n.oid AS objid
FROM pg_catalog.pg_namespace n
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
                    AND e.objid = n.oid AND e.deptype = 'e')
ORDER BY n.nspname;
