-- A row is an index that a failed CREATE INDEX CONCURRENTLY left behind, and that nobody is building now.
SELECT n.nspname AS schema, x.relname AS name, c.relname AS on_table
  FROM pg_catalog.pg_index AS i
  JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
  JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = x.relnamespace
 WHERE NOT (i.indisvalid AND i.indisready)
   AND x.relkind = 'i'
   AND n.nspname !~ '^pg_'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index AS p WHERE p.index_relid = i.indexrelid)
 ORDER BY n.nspname, x.relname
