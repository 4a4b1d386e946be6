-- One row for each operator family.
SELECT n.nspname AS schema,
       f.opfname AS name,
       pg_catalog.pg_get_userbyid(f.opfowner) AS owner,
       am.amname AS method,
       f.tableoid AS classid,
       f.oid AS objid
FROM pg_catalog.pg_opfamily f
JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace
JOIN pg_catalog.pg_am am ON am.oid = f.opfmethod
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass
                    AND x.objid = f.oid AND x.deptype = 'e')
ORDER BY n.nspname, f.opfname, am.amname;
