-- One row for each foreign key (PostgreSQL 18 and newer).
SELECT n.nspname AS schema,
       c.relname AS relation,
       k.conname AS name,
       ARRAY(SELECT a.attname::pg_catalog.text
             FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS p (number, place)
             JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number
             ORDER BY p.place) AS columns,
       rn.nspname AS "referencedSchema",
       r.relname AS referenced,
       ARRAY(SELECT a.attname::pg_catalog.text
             FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS p (number, place)
             JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.number
             ORDER BY p.place) AS "referencedColumns",
       CASE k.confupdtype WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET_NULL'
                          WHEN 'd' THEN 'SET_DEFAULT' ELSE 'NO_ACTION' END AS "onUpdate",
       CASE k.confdeltype WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET_NULL'
                          WHEN 'd' THEN 'SET_DEFAULT' ELSE 'NO_ACTION' END AS "onDelete",
       ARRAY(SELECT a.attname::pg_catalog.text
             FROM pg_catalog.unnest(k.confdelsetcols) WITH ORDINALITY AS p (number, place)
             JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number
             ORDER BY p.place) AS "onDeleteColumns",
       CASE k.confmatchtype WHEN 'f' THEN 'FULL' WHEN 'p' THEN 'PARTIAL' ELSE 'SIMPLE' END AS match,
       k.conperiod AS period,
       CASE WHEN k.condeferred THEN 'INITIALLY_DEFERRED'
            WHEN k.condeferrable THEN 'INITIALLY_IMMEDIATE'
            ELSE 'NOT_DEFERRABLE' END AS deferral,
       k.convalidated AS validated,
       k.conenforced AS enforced,
       NOT EXISTS (SELECT FROM pg_catalog.pg_trigger g
                   WHERE g.tgconstraint = k.oid AND g.tgisinternal AND g.tgenabled IN ('D', 'R')) AS "triggersEnabled",
       k.coninhcount > 0 AND NOT k.conislocal AS inherited,
       k.tableoid AS classid,
       k.oid AS objid
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
LEFT JOIN pg_catalog.pg_constraint pk ON pk.oid = k.conparentid
WHERE k.contype = 'f'
  -- A foreign key that refers to a partitioned table has inner copies, one for each partition.
  AND (pk.oid IS NULL OR pk.conrelid <> k.conrelid)
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, k.conname;
