-- A row is a table or materialized view outside the system's schemas, and its size on disk now; a partitioned table's is its partitions' sum.
-- Asking takes a short lock on each, so it waits behind what locks a table against reading.
WITH RECURSIVE members AS (
    SELECT c.oid AS whole, c.oid AS part
      FROM pg_catalog.pg_class AS c
      JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'm')
       AND n.nspname <> 'information_schema'
       AND n.nspname !~ '^pg_'
    UNION ALL
    SELECT m.whole, i.inhrelid
      FROM members AS m
      JOIN pg_catalog.pg_inherits AS i ON i.inhparent = m.part
      JOIN pg_catalog.pg_class AS p ON p.oid = i.inhrelid AND p.relispartition
)
SELECT m.whole::bigint AS id,
       COALESCE(pg_catalog.sum(pg_catalog.pg_table_size(m.part)), 0)::bigint AS heap_bytes,
       COALESCE(pg_catalog.sum(pg_catalog.pg_total_relation_size(m.part)), 0)::bigint AS bytes
  FROM members AS m
 GROUP BY m.whole
 ORDER BY m.whole
