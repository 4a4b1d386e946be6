-- One row for each exclusion constraint.
SELECT n.nspname AS schema,
       c.relname AS relation,
       k.conname AS name,
       pg_catalog.pg_get_constraintdef(k.oid) AS definition,
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
WHERE k.contype = 'x'
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, k.conname;
