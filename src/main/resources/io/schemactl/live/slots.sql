-- A row is a replication slot, and how much WAL it keeps.
SELECT s.slot_name AS name,
       s.active AS active,
       pg_catalog.pg_wal_lsn_diff(
           CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_last_wal_receive_lsn() ELSE pg_catalog.pg_current_wal_lsn() END,
           s.restart_lsn)::bigint AS kept
  FROM pg_catalog.pg_replication_slots AS s
 ORDER BY s.slot_name
