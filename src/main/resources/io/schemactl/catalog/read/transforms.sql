-- One row for each transform that someone created.
SELECT pg_catalog.format_type(t.trftype, NULL) AS type,
       l.lanname AS language,
       NULLIF(t.trffromsql::pg_catalog.regprocedure::pg_catalog.text, '-') AS "fromSql",
       NULLIF(t.trftosql::pg_catalog.regprocedure::pg_catalog.text, '-') AS "toSql",
       t.tableoid AS classid,
       t.oid AS objid
FROM pg_catalog.pg_transform t
JOIN pg_catalog.pg_language l ON l.oid = t.trflang
WHERE t.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_transform'::pg_catalog.regclass
                    AND x.objid = t.oid AND x.deptype = 'e')
ORDER BY type, l.lanname;
