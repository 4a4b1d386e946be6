-- One row for each range type.
SELECT n.nspname AS schema,
       t.typname AS name,
       pg_catalog.pg_get_userbyid(t.typowner) AS owner,
       pg_catalog.format_type(r.rngsubtype, NULL) AS subtype,
       ocn.nspname AS "operatorClassSchema",
       oc.opcname AS "operatorClass",
       cn.nspname AS "collationSchema",
       c.collname AS collation,
       NULLIF(r.rngcanonical::pg_catalog.text, '-') AS canonical,
       NULLIF(r.rngsubdiff::pg_catalog.text, '-') AS difference,
       mn.nspname AS "multirangeSchema",
       m.typname AS multirange,
       m.oid AS "multirangeId",
       t.tableoid AS classid,
       t.oid AS objid
FROM pg_catalog.pg_range r
JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
JOIN pg_catalog.pg_type s ON s.oid = r.rngsubtype
JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid
JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace
LEFT JOIN pg_catalog.pg_opclass oc
       ON oc.oid = r.rngsubopc AND NOT (oc.opcdefault AND oc.opcintype = r.rngsubtype)
LEFT JOIN pg_catalog.pg_namespace ocn ON ocn.oid = oc.opcnamespace
LEFT JOIN pg_catalog.pg_collation c ON c.oid = r.rngcollation AND r.rngcollation <> s.typcollation
LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.collnamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                    AND x.objid = t.oid AND x.deptype = 'e')
ORDER BY n.nspname, t.typname;
