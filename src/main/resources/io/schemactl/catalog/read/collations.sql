-- One row for each collation.
SELECT n.nspname AS schema,
       c.collname AS name,
       pg_catalog.pg_get_userbyid(c.collowner) AS owner,
       CASE c.collprovider WHEN 'i' THEN 'ICU' WHEN 'b' THEN 'BUILTIN' ELSE 'LIBC' END AS provider,
       CASE WHEN c.collcollate = c.collctype THEN c.collcollate END AS locale,
       CASE WHEN c.collcollate <> c.collctype THEN c.collcollate END AS "lcCollate",
       CASE WHEN c.collcollate <> c.collctype THEN c.collctype END AS "lcCtype",
       NULL AS rules,
       NOT c.collisdeterministic AS nondeterministic,
       c.tableoid AS classid,
       c.oid AS objid
FROM pg_catalog.pg_collation c
JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_collation'::pg_catalog.regclass
                    AND x.objid = c.oid AND x.deptype = 'e')
ORDER BY n.nspname, c.collname;
