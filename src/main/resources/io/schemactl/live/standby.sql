-- A row is whether the server is a standby, and if so, how old what it has replayed is, in seconds.
SELECT pg_catalog.pg_is_in_recovery() AS standby,
       CASE WHEN NOT pg_catalog.pg_is_in_recovery() THEN NULL
            WHEN pg_catalog.pg_last_wal_receive_lsn() = pg_catalog.pg_last_wal_replay_lsn() THEN 0
            ELSE pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - pg_catalog.pg_last_xact_replay_timestamp())
        END AS behind
