-- A row is a column of a table or view, or an attribute of a composite type, outside the system's own schemas.
SELECT c.reltype::bigint AS row_type,
       n.nspname AS schema,
       c.relname AS relation,
       a.attname AS name,
       a.atttypid::bigint AS type,
       a.atttypmod AS modifier,
       pg_catalog.format_type(a.atttypid, a.atttypmod) AS written
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE a.attnum > 0
   AND NOT a.attisdropped
   AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
   AND n.nspname <> 'information_schema'
   AND n.nspname NOT LIKE 'pg\_%'
 ORDER BY c.oid, a.attnum
