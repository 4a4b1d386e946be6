-- One row for each exclusion constraint.
SELECT n.nspname AS schema,
       c.relname AS relation,
       k.conname AS name,
       g.definition,
       CASE WHEN k.condeferred THEN 'INITIALLY_DEFERRED'
            WHEN k.condeferrable THEN 'INITIALLY_IMMEDIATE'
            ELSE 'NOT_DEFERRABLE' END AS deferral,
       k.convalidated AS validated,
       true AS enforced,
       NOT EXISTS (SELECT FROM pg_catalog.pg_trigger g
                   WHERE g.tgconstraint = k.oid AND g.tgisinternal AND g.tgenabled IN ('D', 'R')) AS "triggersEnabled",
       k.coninhcount > 0 AND NOT k.conislocal AS inherited,
       k.tableoid AS classid,
       k.oid AS objid
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_constraintdef(k.oid) OFFSET 0) AS g (definition)
WHERE k.contype = 'x'
  -- Nothing is printed if somebody has dropped it meanwhile.
  AND g.definition IS NOT NULL
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, k.conname;
