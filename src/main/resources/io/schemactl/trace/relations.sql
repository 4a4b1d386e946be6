-- A row is a table, view, sequence or index outside the system's schemas, as the current transaction sees it: the locks that this session
-- holds on it, the file that its rows are in, and how often this transaction has read and written its rows so far.
WITH locks AS (
    SELECT l.relation, pg_catalog.string_agg(DISTINCT l.mode, ',') AS modes
      FROM pg_catalog.pg_locks AS l
     WHERE l.locktype = 'relation'
       AND l.granted
       AND l.pid = pg_catalog.pg_backend_pid()
       AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
     GROUP BY l.relation
)
SELECT c.oid::bigint AS id,
       COALESCE(i.indrelid, c.oid)::bigint AS whole,
       n.nspname AS schema,
       c.relname AS name,
       c.relkind::text AS kind,
       c.relfilenode::bigint AS file,
       COALESCE(i.indisvalid, true) AS valid,
       COALESCE(l.modes, '') AS modes,
       CASE WHEN c.relkind IN ('r', 'm', 't') THEN COALESCE(pg_catalog.pg_stat_get_xact_numscans(c.oid), 0) ELSE 0 END AS scans,
       COALESCE(pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid), 0) AS inserted,
       COALESCE(pg_catalog.pg_stat_get_xact_tuples_updated(c.oid), 0) AS updated,
       COALESCE(pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid), 0) AS deleted
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = c.oid
  LEFT JOIN locks AS l ON l.relation = c.oid
 WHERE n.nspname <> 'information_schema'
   AND n.nspname !~ '^pg_'
   AND c.relkind IN ('r', 'p', 'f', 'm', 'v', 'i', 'I', 'S')
 ORDER BY c.oid
