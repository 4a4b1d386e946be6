-- A row is another session of this database whose transaction has been open for a minute or longer, the oldest first.
SELECT a.pid AS pid,
       COALESCE(a.usename, '') AS user_name,
       COALESCE(a.application_name, '') AS application,
       COALESCE(a.state, '') AS state,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - a.xact_start) AS age
  FROM pg_catalog.pg_stat_activity AS a
 WHERE a.datname = pg_catalog.current_database()
   AND a.pid <> pg_catalog.pg_backend_pid()
   AND a.backend_type IS DISTINCT FROM 'autovacuum worker'
   AND a.xact_start < pg_catalog.clock_timestamp() - pg_catalog.make_interval(secs => 60)
 ORDER BY a.xact_start, a.pid
