-- One row for each key of an index, in their order; columns that are only included are not keys.
SELECT n.nspname AS schema,
       ic.relname AS index,
       a.attname AS column,
       CASE WHEN p.number = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, p.place::pg_catalog.int4, false) END
           AS expression,
       opn.nspname AS "operatorClassSchema",
       op.opcname AS "operatorClass",
       -- A class marked as default is not the one that is taken if there is another for exactly the column's type.
       op.opcdefault AND NOT EXISTS (SELECT FROM pg_catalog.pg_opclass o
                                     WHERE o.opcmethod = op.opcmethod
                                       AND o.opcdefault
                                       AND o.opcintype = COALESCE(NULLIF(t.typbasetype, 0), t.oid)
                                       AND o.oid <> op.oid) AS "operatorClassDefault",
       ia.attoptions AS "operatorClassOptions",
       con.nspname AS "collationSchema",
       co.collname AS collation,
       (i.indoption[p.place - 1] & 1) <> 0 AS descending,
       (i.indoption[p.place - 1] & 2) <> 0 AS "nullsFirst"
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL pg_catalog.unnest(i.indkey) WITH ORDINALITY AS p (number, place)
JOIN pg_catalog.pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = p.place
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.number AND p.number <> 0
JOIN pg_catalog.pg_opclass op ON op.oid = i.indclass[p.place - 1]
JOIN pg_catalog.pg_namespace opn ON opn.oid = op.opcnamespace
LEFT JOIN pg_catalog.pg_type t
       ON t.oid = COALESCE(a.atttypid, CASE WHEN op.opckeytype = 0 THEN ia.atttypid END)
LEFT JOIN pg_catalog.pg_collation co
       ON co.oid = i.indcollation[p.place - 1]
      AND co.oid <> COALESCE(a.attcollation, 'pg_catalog."default"'::pg_catalog.regcollation::pg_catalog.oid)
LEFT JOIN pg_catalog.pg_namespace con ON con.oid = co.collnamespace
WHERE p.place <= i.indnkeyatts
  AND c.relkind IN ('r', 'p', 'm')
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, ic.relname, p.place;
