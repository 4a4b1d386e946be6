-- A row is whether the server is a standby, and if so, how old what it has replayed is, in seconds, and whether its primary sends changes.
WITH here AS (
    SELECT pg_catalog.pg_is_in_recovery() AS standby,
           EXISTS (SELECT FROM pg_catalog.pg_stat_wal_receiver AS w WHERE w.pid IS NOT NULL) AS connected
)
SELECT h.standby AS standby,
       h.connected AS connected,
       CASE WHEN NOT h.standby THEN NULL
            WHEN h.connected AND pg_catalog.pg_last_wal_receive_lsn() = pg_catalog.pg_last_wal_replay_lsn() THEN 0
            ELSE pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - pg_catalog.pg_last_xact_replay_timestamp())
        END AS behind
  FROM here AS h
