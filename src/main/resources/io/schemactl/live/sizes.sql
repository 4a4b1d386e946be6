-- A row is a table or materialized view outside the system's schemas, its size on disk now, and its rows as the planner
-- estimates them: as many a page as the last VACUUM or ANALYZE saw; -1 if nobody knows. A partitioned table's are its partitions' sums.
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
),
parts AS (
    SELECT m.whole,
           pg_catalog.pg_table_size(m.part) AS heap_bytes,
           pg_catalog.pg_total_relation_size(m.part) AS bytes,
           CASE WHEN c.relkind NOT IN ('r', 'm') OR pg_catalog.pg_relation_size(m.part) = 0 THEN 0
                WHEN c.reltuples > 0 AND c.relpages > 0
                THEN c.reltuples / c.relpages
                     * (pg_catalog.pg_relation_size(m.part) / pg_catalog.current_setting('block_size')::bigint)
                WHEN pg_catalog.pg_stat_get_live_tuples(m.part) > 0 THEN pg_catalog.pg_stat_get_live_tuples(m.part)
                WHEN c.reltuples = 0 AND c.relpages > 0 THEN 0
                ELSE -1
            END AS row_count
      FROM members AS m
      JOIN pg_catalog.pg_class AS c ON c.oid = m.part
)
SELECT p.whole::bigint AS id,
       COALESCE(pg_catalog.sum(p.heap_bytes), 0)::bigint AS heap_bytes,
       COALESCE(pg_catalog.sum(p.bytes), 0)::bigint AS bytes,
       CASE WHEN pg_catalog.bool_or(p.row_count < 0) THEN -1 ELSE pg_catalog.round(pg_catalog.sum(p.row_count)::numeric)::bigint END AS row_count
  FROM parts AS p
 GROUP BY p.whole
 ORDER BY p.whole
