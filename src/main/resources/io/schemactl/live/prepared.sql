-- A row is a prepared transaction of this database, which holds its locks until somebody ends it.
SELECT p.gid AS gid, p.owner AS owner, pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - p.prepared) AS age
  FROM pg_catalog.pg_prepared_xacts AS p
 WHERE p.database = pg_catalog.current_database()
 ORDER BY p.prepared, p.gid
