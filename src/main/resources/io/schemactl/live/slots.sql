-- A row is a replication slot, and how much WAL it keeps: nothing, if nobody has read from it yet, or if that is lost.
SELECT s.slot_name AS name,
       s.slot_type = 'logical' AS logical,
       s.active AS active,
       s.wal_status IS NOT DISTINCT FROM 'lost' AS lost,
       CASE WHEN s.restart_lsn IS NOT NULL THEN GREATEST(0, pg_catalog.pg_wal_lsn_diff(
           CASE WHEN pg_catalog.pg_is_in_recovery()
                THEN COALESCE(pg_catalog.pg_last_wal_receive_lsn(), pg_catalog.pg_last_wal_replay_lsn())
                ELSE pg_catalog.pg_current_wal_lsn()
            END,
           s.restart_lsn))::bigint END AS kept
  FROM pg_catalog.pg_replication_slots AS s
 ORDER BY s.slot_name
