-- A row is a partition that holds rows itself, with the table at the top and what a row must be to go there.
SELECT rn.nspname AS root_schema,
       r.relname AS root,
       n.nspname AS schema,
       c.relname AS name,
       pg_catalog.pg_get_partition_constraintdef(c.oid) AS bound
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_class r ON r.oid = pg_catalog.pg_partition_root(c.oid)
  JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
 WHERE c.relispartition AND c.relkind = 'r'
 ORDER BY rn.nspname, r.relname, n.nspname, c.relname
