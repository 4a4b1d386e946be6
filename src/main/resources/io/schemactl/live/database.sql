-- A row is the database: its size if the role may know it, its connections, and the server's clock.
SELECT pg_catalog.clock_timestamp() AS clock,
       CASE WHEN pg_catalog.has_database_privilege(current_user, d.oid, 'CONNECT') OR pg_catalog.pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')
            THEN pg_catalog.pg_database_size(d.oid) END AS bytes,
       (SELECT pg_catalog.sum(s.numbackends)::int FROM pg_catalog.pg_stat_database AS s) AS connections,
       pg_catalog.current_setting('max_connections')::int AS most_connections,
       pg_catalog.current_setting('client_encoding') AS client_encoding,
       pg_catalog.has_database_privilege(current_user, d.oid, 'CREATE') AS may_create
  FROM pg_catalog.pg_database AS d
 WHERE d.datname = pg_catalog.current_database()
