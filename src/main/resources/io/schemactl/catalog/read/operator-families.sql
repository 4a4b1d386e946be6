-- One row for each operator family; of those that come with the server, for each to which someone has added something.
SELECT n.nspname AS schema,
       f.opfname AS name,
       CASE WHEN n.nspname <> 'pg_catalog' THEN pg_catalog.pg_get_userbyid(f.opfowner) END AS owner,
       am.amname AS method,
       f.tableoid AS classid,
       f.oid AS objid
FROM pg_catalog.pg_opfamily f
JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace
JOIN pg_catalog.pg_am am ON am.oid = f.opfmethod
WHERE ((n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')
       OR (n.nspname = 'pg_catalog'
           AND EXISTS (SELECT FROM pg_catalog.pg_depend l
                       WHERE l.classid IN ('pg_catalog.pg_amop'::pg_catalog.regclass, 'pg_catalog.pg_amproc'::pg_catalog.regclass)
                         AND l.objid >= 16384
                         AND l.refclassid = f.tableoid AND l.refobjid = f.oid AND l.deptype = 'a'
                         AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend o
                                         JOIN pg_catalog.pg_depend x ON x.classid = o.refclassid AND x.objid = o.refobjid
                                         WHERE o.classid = l.classid AND o.objid = l.objid AND x.deptype = 'e'))))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass
                    AND x.objid = f.oid AND x.deptype = 'e')
ORDER BY n.nspname, f.opfname, am.amname;
