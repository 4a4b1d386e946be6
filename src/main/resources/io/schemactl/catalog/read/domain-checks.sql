-- One row for each check of a domain.
SELECT n.nspname AS schema,
       t.typname AS domain,
       k.conname AS name,
       pg_catalog.pg_get_expr(k.conbin, 0) AS expression,
       k.convalidated AS validated,
       k.tableoid AS classid,
       k.oid AS objid
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_type t ON t.oid = k.contypid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE k.contype = 'c'
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, t.typname, k.conname;
