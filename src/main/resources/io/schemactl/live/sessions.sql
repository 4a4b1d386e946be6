-- A row is a table that a transaction of another session holds a lock on, in this database; the oldest transaction comes first. A partition's
-- row names its root too. What the role may not see is null. A prepared transaction has no process, but a lock on its own id.
WITH locks AS (
    SELECT l.pid, l.virtualtransaction, COALESCE(i.indrelid, l.relation) AS relation, l.mode
      FROM pg_catalog.pg_locks AS l
      LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = l.relation
     WHERE l.locktype = 'relation'
       AND l.granted
       AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
       AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())
)
SELECT l.pid AS pid,
       n.nspname AS schema,
       c.relname AS name,
       rn.nspname AS root_schema,
       r.relname AS root_name,
       pg_catalog.string_agg(DISTINCT l.mode, ',') AS modes,
       COALESCE(a.usename, p.owner) AS user_name,
       COALESCE(a.application_name, '') AS application,
       CASE WHEN l.pid IS NULL THEN 'prepared transaction ' || COALESCE(p.gid, '') ELSE a.state END AS state,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - COALESCE(a.xact_start, p.prepared)) AS age
  FROM locks AS l
  JOIN pg_catalog.pg_class AS c ON c.oid = l.relation
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_class AS r ON r.oid = pg_catalog.pg_partition_root(c.oid)
  LEFT JOIN pg_catalog.pg_namespace AS rn ON rn.oid = r.relnamespace
  LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
  LEFT JOIN pg_catalog.pg_locks AS o
    ON l.pid IS NULL AND o.pid IS NULL AND o.locktype = 'transactionid' AND o.granted AND o.virtualtransaction = l.virtualtransaction
  LEFT JOIN pg_catalog.pg_prepared_xacts AS p ON p.transaction = o.transactionid
 WHERE n.nspname <> 'information_schema'
   AND n.nspname !~ '^pg_'
   AND c.relkind IN ('r', 'p', 'm')
   AND a.backend_type IS DISTINCT FROM 'autovacuum worker'
 GROUP BY l.pid, n.nspname, c.relname, rn.nspname, r.relname, a.usename, p.owner, a.application_name, p.gid, a.state, a.xact_start, p.prepared
 ORDER BY age DESC NULLS LAST, l.pid, n.nspname, c.relname
