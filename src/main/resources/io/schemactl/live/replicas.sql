-- A row is a server that gets the changes of this one, as a copy of it or by logical replication; what the role may not see is null.
SELECT COALESCE(r.application_name, '') AS name,
       r.state AS state,
       EXISTS (
           SELECT FROM pg_catalog.pg_replication_slots AS s WHERE s.active_pid = r.pid AND s.slot_type = 'logical'
       ) AS logical,
       pg_catalog.date_part('epoch', r.replay_lag) AS lag,
       CASE WHEN r.replay_lsn IS NOT NULL THEN GREATEST(0, pg_catalog.pg_wal_lsn_diff(
           CASE WHEN pg_catalog.pg_is_in_recovery()
                THEN COALESCE(pg_catalog.pg_last_wal_receive_lsn(), pg_catalog.pg_last_wal_replay_lsn())
                ELSE pg_catalog.pg_current_wal_lsn()
            END,
           r.replay_lsn))::bigint END AS bytes_behind
  FROM pg_catalog.pg_stat_replication AS r
 ORDER BY r.application_name, r.pid
