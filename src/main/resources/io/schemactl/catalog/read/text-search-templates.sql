-- One row for each text search template.
SELECT n.nspname AS schema,
       t.tmplname AS name,
       NULLIF(t.tmplinit::pg_catalog.text, '-') AS init,
       t.tmpllexize::pg_catalog.text AS lexize,
       t.tableoid AS classid,
       t.oid AS objid
FROM pg_catalog.pg_ts_template t
JOIN pg_catalog.pg_namespace n ON n.oid = t.tmplnamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_ts_template'::pg_catalog.regclass
                    AND x.objid = t.oid AND x.deptype = 'e')
ORDER BY n.nspname, t.tmplname;
