-- A row is the moment, since when the statistics of this database count, and what the role may see.
SELECT pg_catalog.clock_timestamp() AS taken,
       COALESCE(s.stats_reset, pg_catalog.pg_postmaster_start_time()) AS since,
       s.stats_reset IS NULL AS since_start,
       pg_catalog.pg_is_in_recovery() AS standby,
       pg_catalog.pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS sees_all
  FROM pg_catalog.pg_stat_database AS s
 WHERE s.datname = pg_catalog.current_database()
