-- One row for each check of a domain.
SELECT n.nspname AS schema,
       t.typname AS domain,
       k.conname AS name,
       pg_catalog.pg_get_expr(k.conbin, 0) AS expression,
       k.convalidated AS validated,
       d.description AS comment
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_type t ON t.oid = k.contypid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_description d
       ON d.objoid = k.oid AND d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objsubid = 0
WHERE k.contype = 'c'
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, t.typname, k.conname;
