-- One row for each text search parser.
SELECT n.nspname AS schema,
       p.prsname AS name,
       p.prsstart::pg_catalog.text AS start,
       p.prstoken::pg_catalog.text AS token,
       p.prsend::pg_catalog.text AS end,
       NULLIF(p.prsheadline::pg_catalog.text, '-') AS headline,
       p.prslextype::pg_catalog.text AS "tokenTypes",
       p.tableoid AS classid,
       p.oid AS objid
FROM pg_catalog.pg_ts_parser p
JOIN pg_catalog.pg_namespace n ON n.oid = p.prsnamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_ts_parser'::pg_catalog.regclass
                    AND x.objid = p.oid AND x.deptype = 'e')
ORDER BY n.nspname, p.prsname;
