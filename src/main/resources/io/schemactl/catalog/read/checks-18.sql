-- One row for each check of a table (PostgreSQL 18 and newer).
SELECT n.nspname AS schema,
       c.relname AS relation,
       k.conname AS name,
       pg_catalog.pg_get_expr(k.conbin, k.conrelid) AS expression,
       k.connoinherit AS "noInherit",
       k.convalidated AS validated,
       k.conenforced AS enforced,
       true AS "triggersEnabled",
       k.coninhcount > 0 AND NOT k.conislocal AS inherited,
       d.description AS comment
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_description d
       ON d.objoid = k.oid AND d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objsubid = 0
WHERE k.contype = 'c'
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, k.conname;
