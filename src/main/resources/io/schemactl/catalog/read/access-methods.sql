-- One row for each access method that someone created.
SELECT am.amname AS name,
       CASE am.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END AS form,
       am.amhandler::pg_catalog.text AS handler,
       am.tableoid AS classid,
       am.oid AS objid
FROM pg_catalog.pg_am am
WHERE am.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_am'::pg_catalog.regclass
                    AND x.objid = am.oid AND x.deptype = 'e')
ORDER BY am.amname;
