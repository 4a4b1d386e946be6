-- One row for each index; its keys are in index-keys.sql, and
-- with them its definition, if there it is not plain.
SELECT n.nspname AS schema,
       c.relname AS relation,
       ic.relname AS name,
       am.amname AS method,
       CASE WHEN i.indnatts > i.indnkeyatts THEN
           ARRAY(SELECT a.attname::pg_catalog.text
                 FROM pg_catalog.unnest(i.indkey) WITH ORDINALITY AS p (number, place)
                 JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.number
                 WHERE p.place > i.indnkeyatts
                 ORDER BY p.place)
       END AS include,
       i.indpred IS NOT NULL AS partial,
       pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
       i.indisunique AS unique,
       false AS "nullsNotDistinct",
       i.indisvalid AS valid,
       i.indisready AND i.indislive AS ready,
       ic.reloptions AS options,
       ts.spcname AS tablespace,
       i.indisclustered AS clustered,
       k.conname AS constraint,
       pn.nspname AS "parentSchema",
       p.relname AS parent,
       ic.relkind = 'I' OR ic.reloptions IS NOT NULL AS special,
       CASE WHEN ic.relkind = 'I' OR ic.reloptions IS NOT NULL THEN pg_catalog.pg_get_indexdef(i.indexrelid) END AS definition,
       ic.tableoid AS classid,
       ic.oid AS objid
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_am am ON am.oid = ic.relam
LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace
LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_catalog.pg_inherits h ON h.inhrelid = i.indexrelid
LEFT JOIN pg_catalog.pg_class p ON p.oid = h.inhparent
LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
WHERE c.relkind IN ('r', 'p', 'm')
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, ic.relname;
