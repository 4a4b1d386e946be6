-- One row for each text search dictionary.
SELECT n.nspname AS schema,
       i.dictname AS name,
       pg_catalog.pg_get_userbyid(i.dictowner) AS owner,
       tn.nspname AS "templateSchema",
       t.tmplname AS template,
       i.dictinitoption AS options,
       i.tableoid AS classid,
       i.oid AS objid
FROM pg_catalog.pg_ts_dict i
JOIN pg_catalog.pg_namespace n ON n.oid = i.dictnamespace
JOIN pg_catalog.pg_ts_template t ON t.oid = i.dicttemplate
JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_ts_dict'::pg_catalog.regclass
                    AND x.objid = i.oid AND x.deptype = 'e')
ORDER BY n.nspname, i.dictname;
