-- A row is a server that gets the changes of this one; what the role may not see is null.
SELECT COALESCE(r.application_name, '') AS name,
       r.state AS state,
       pg_catalog.date_part('epoch', r.replay_lag) AS lag,
       pg_catalog.pg_wal_lsn_diff(
           CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_last_wal_receive_lsn() ELSE pg_catalog.pg_current_wal_lsn() END,
           r.replay_lsn)::bigint AS bytes_behind
  FROM pg_catalog.pg_stat_replication AS r
 ORDER BY r.application_name, r.pid
