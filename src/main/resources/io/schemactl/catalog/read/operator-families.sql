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
           AND (EXISTS (SELECT FROM pg_catalog.pg_amop m
                        WHERE m.amopfamily = f.oid AND m.oid >= 16384
                          -- What a class of somebody brought along is the class's.
                          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend k
                                          WHERE k.classid = m.tableoid AND k.objid = m.oid
                                            AND k.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass))
                OR EXISTS (SELECT FROM pg_catalog.pg_amproc m
                           WHERE m.amprocfamily = f.oid AND m.oid >= 16384
                             AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend k
                                             WHERE k.classid = m.tableoid AND k.objid = m.oid
                                               AND k.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass)))))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass
                    AND x.objid = f.oid AND x.deptype = 'e')
ORDER BY n.nspname, f.opfname, am.amname;
