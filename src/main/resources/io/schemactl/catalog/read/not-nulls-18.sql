-- One row for each not-null constraint that says more than NOT NULL (PostgreSQL 18 and newer).
SELECT n.nspname AS schema,
       c.relname AS relation,
       k.conname AS name,
       a.attname AS column,
       k.connoinherit AS "noInherit",
       k.convalidated AS validated,
       k.conenforced AS enforced,
       true AS "triggersEnabled",
       k.coninhcount > 0 AND NOT k.conislocal AS inherited,
       k.tableoid AS classid,
       k.oid AS objid
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
WHERE k.contype = 'n'
  AND (k.connoinherit OR NOT k.convalidated OR NOT k.conenforced
       OR EXISTS (SELECT FROM pg_catalog.pg_description d
                  WHERE d.objoid = k.oid AND d.classoid = k.tableoid))
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, k.conname;
