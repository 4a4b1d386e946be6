-- One row for each key of an index, in their order; columns that are only included are not keys. A key is plain if CREATE INDEX says
-- nothing of it but its column and its order; where one is not, the whole command is printed, which takes PostgreSQL long.
SELECT n.nspname AS schema,
       ic.relname AS index,
       a.attname AS column,
       CASE WHEN i.indkey[ia.attnum - 1] = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, ia.attnum, false) END
           AS expression,
       opn.nspname AS "operatorClassSchema",
       op.opcname AS "operatorClass",
       -- A class marked as default is not the one that is taken if there is another for exactly the column's type.
       op.opcdefault AND COALESCE(own.oid = op.oid, true) AS "operatorClassDefault",
       ia.attoptions AS "operatorClassOptions",
       con.nspname AS "collationSchema",
       co.collname AS collation,
       CASE WHEN ia.attstattarget >= 0 THEN ia.attstattarget END AS statistics,
       (i.indoption[ia.attnum - 1] & 1) <> 0 AS descending,
       (i.indoption[ia.attnum - 1] & 2) <> 0 AS "nullsFirst",
       k.plain,
       CASE WHEN NOT k.plain THEN pg_catalog.pg_get_indexdef(i.indexrelid) END AS definition
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum BETWEEN 1 AND i.indnkeyatts
LEFT JOIN pg_catalog.pg_attribute a
       ON a.attrelid = i.indrelid AND a.attnum = i.indkey[ia.attnum - 1] AND i.indkey[ia.attnum - 1] <> 0
JOIN pg_catalog.pg_opclass op ON op.oid = i.indclass[ia.attnum - 1]
JOIN pg_catalog.pg_namespace opn ON opn.oid = op.opcnamespace
LEFT JOIN pg_catalog.pg_type t
       ON t.oid = COALESCE(a.atttypid, CASE WHEN op.opckeytype = 0 THEN ia.atttypid END)
LEFT JOIN pg_catalog.pg_opclass own
       ON own.opcmethod = op.opcmethod
      AND own.opcdefault
      AND own.opcintype = COALESCE(NULLIF(t.typbasetype, 0), t.oid)
LEFT JOIN pg_catalog.pg_collation co
       ON co.oid = i.indcollation[ia.attnum - 1]
      AND co.oid <> COALESCE(a.attcollation, 'pg_catalog."default"'::pg_catalog.regcollation::pg_catalog.oid)
LEFT JOIN pg_catalog.pg_namespace con ON con.oid = co.collnamespace
-- Types that have no class of their own take one that is certain only for these.
CROSS JOIN LATERAL (SELECT a.attnum IS NOT NULL AND ia.attoptions IS NULL AND co.oid IS NULL AND op.opcdefault
                           AND (COALESCE(own.oid = op.oid, false)
                                OR (own.oid IS NULL
                                    AND (op.opcintype IN ('pg_catalog.anyarray'::pg_catalog.regtype,
                                                          'pg_catalog.anyenum'::pg_catalog.regtype,
                                                          'pg_catalog.anyrange'::pg_catalog.regtype,
                                                          'pg_catalog.anymultirange'::pg_catalog.regtype)
                                         OR (op.opcintype = 'pg_catalog.text'::pg_catalog.regtype
                                             AND a.atttypid = 'pg_catalog.varchar'::pg_catalog.regtype))))) AS k (plain)
WHERE c.relkind IN ('r', 'p', 'm')
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, ic.relname, ia.attnum;
