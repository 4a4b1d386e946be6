-- A row is a table or materialized view outside the system's schemas: its pages as the last VACUUM or ANALYZE saw them, its rows as far as
-- they are known (-1 if not), and how many rows were written since the statistics began (null if nobody counts: a standby does not). A
-- partitioned table's are its partitions' sums.
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
           c.relpages::bigint + COALESCE(t.relpages, 0) AS pages,
           (SELECT COALESCE(pg_catalog.sum(x.relpages), 0)
              FROM pg_catalog.pg_index AS i
              JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
             WHERE i.indrelid = c.oid AND x.relkind = 'i') AS index_pages,
           CASE WHEN c.relkind NOT IN ('r', 'm') THEN 0
                WHEN c.reltuples > 0 THEN c.reltuples
                WHEN pg_catalog.pg_stat_get_live_tuples(c.oid) > 0 THEN pg_catalog.pg_stat_get_live_tuples(c.oid)
                ELSE c.reltuples
            END AS row_count,
           COALESCE(pg_catalog.pg_stat_get_tuples_inserted(c.oid), 0) + COALESCE(pg_catalog.pg_stat_get_tuples_updated(c.oid), 0)
               + COALESCE(pg_catalog.pg_stat_get_tuples_deleted(c.oid), 0) AS written
      FROM members AS m
      JOIN pg_catalog.pg_class AS c ON c.oid = m.part
      LEFT JOIN pg_catalog.pg_class AS t ON t.oid = c.reltoastrelid
)
SELECT c.oid::bigint AS id,
       n.nspname AS schema,
       c.relname AS name,
       (pg_catalog.sum(p.pages) * pg_catalog.current_setting('block_size')::bigint)::bigint AS heap_bytes,
       (pg_catalog.sum(p.pages + p.index_pages) * pg_catalog.current_setting('block_size')::bigint)::bigint AS bytes,
       CASE WHEN pg_catalog.bool_or(p.row_count < 0) THEN -1 ELSE pg_catalog.sum(p.row_count)::bigint END AS row_count,
       CASE WHEN NOT pg_catalog.pg_is_in_recovery() AND pg_catalog.current_setting('track_counts')::boolean
            THEN pg_catalog.sum(p.written)::bigint END AS written
  FROM parts AS p
  JOIN pg_catalog.pg_class AS c ON c.oid = p.whole
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
 GROUP BY c.oid, n.nspname, c.relname
 ORDER BY n.nspname, c.relname
