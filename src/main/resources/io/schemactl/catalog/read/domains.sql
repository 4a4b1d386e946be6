-- One row for each domain.
SELECT n.nspname AS schema,
       t.typname AS name,
       pg_catalog.format_type(t.typbasetype, t.typtypmod) AS type,
       cn.nspname AS "collationSchema",
       c.collname AS collation,
       t.typnotnull AS "notNull",
       NULL::pg_catalog.oid AS "notNullId",
       NULL::pg_catalog.text AS "notNullName",
       false AS "notNullNamed",
       pg_catalog.pg_get_expr(t.typdefaultbin, 0) AS "defaultExpression",
       pg_catalog.pg_get_userbyid(t.typowner) AS owner,
       t.tableoid AS classid,
       t.oid AS objid
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
LEFT JOIN pg_catalog.pg_collation c ON c.oid = t.typcollation AND t.typcollation <> b.typcollation
LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.collnamespace
WHERE t.typtype = 'd'
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                    AND x.objid = t.oid AND x.deptype = 'e')
ORDER BY n.nspname, t.typname;
