-- A row is a type that a column can have: what it is made of, and what it is called in a cast.
SELECT t.oid::bigint AS id,
       n.nspname AS schema,
       t.typname AS name,
       t.typcategory::text AS category,
       CASE WHEN t.typelem <> 0 AND t.typsubscript = 'pg_catalog.array_subscript_handler'::pg_catalog.regproc THEN 'array'
            WHEN t.typtype = 'd' THEN 'domain'
            WHEN t.typtype = 'e' THEN 'enum'
            WHEN t.typtype = 'c' THEN 'composite'
            WHEN t.typtype = 'r' THEN 'range'
            WHEN t.typtype = 'm' THEN 'multirange'
            ELSE 'base' END AS form,
       coalesce(nullif(t.typbasetype, 0), r.rngsubtype, m.rngtypid, nullif(t.typelem, 0), 0)::bigint AS part,
       t.typtypmod AS part_modifier,
       t.typnotnull AS not_null
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
  LEFT JOIN pg_catalog.pg_range m ON m.rngmultitypid = t.oid
 WHERE t.typtype <> 'p' AND t.typisdefined
 ORDER BY t.oid
