-- One row for each check of a table.
SELECT n.nspname AS schema,
       c.relname AS relation,
       k.conname AS name,
       g.expression,
       k.connoinherit AS "noInherit",
       k.convalidated AS validated,
       true AS enforced,
       true AS "triggersEnabled",
       k.coninhcount > 0 AND NOT k.conislocal AS inherited,
       k.tableoid AS classid,
       k.oid AS objid
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_expr(k.conbin, k.conrelid) OFFSET 0) AS g (expression)
WHERE k.contype = 'c'
  -- Nothing is printed if somebody has dropped it meanwhile.
  AND g.expression IS NOT NULL
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, k.conname;
