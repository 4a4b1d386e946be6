-- One row for each primary key and unique constraint (PostgreSQL 18 and newer).
SELECT n.nspname AS schema,
       c.relname AS relation,
       k.conname AS name,
       k.contype = 'p' AS primary,
       ARRAY(SELECT a.attname::pg_catalog.text
             FROM pg_catalog.unnest(i.indkey) WITH ORDINALITY AS p (number, place)
             JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number
             WHERE p.place <= i.indnkeyatts
             ORDER BY p.place) AS columns,
       CASE WHEN i.indnatts > i.indnkeyatts THEN
           ARRAY(SELECT a.attname::pg_catalog.text
                 FROM pg_catalog.unnest(i.indkey) WITH ORDINALITY AS p (number, place)
                 JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number
                 WHERE p.place > i.indnkeyatts
                 ORDER BY p.place)
       END AS include,
       i.indnullsnotdistinct AS "nullsNotDistinct",
       k.conperiod AS "withoutOverlaps",
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
JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid
WHERE k.contype IN ('p', 'u')
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, k.conname;
