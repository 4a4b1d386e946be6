-- A row is the schema of the history as the role sees it: the given one, or the first of the search path if the given one is empty. There
-- is no row if it does not exist.
SELECT n.nspname AS schema,
       pg_catalog.has_schema_privilege(current_user, n.oid, 'USAGE') AS may_use,
       pg_catalog.has_schema_privilege(current_user, n.oid, 'CREATE') AS may_create,
       h.oid IS NOT NULL AS has_history,
       h.oid IS NOT NULL
           AND pg_catalog.has_table_privilege(current_user, h.oid, 'SELECT')
           AND pg_catalog.has_table_privilege(current_user, h.oid, 'INSERT')
           AND pg_catalog.has_table_privilege(current_user, h.oid, 'UPDATE')
           AND pg_catalog.has_table_privilege(current_user, h.oid, 'DELETE') AS may_write_history
  FROM pg_catalog.pg_namespace AS n
  LEFT JOIN pg_catalog.pg_class AS h ON h.relnamespace = n.oid AND h.relname = 'databasechangelog' AND h.relkind = 'r'
 WHERE n.nspname = COALESCE(NULLIF(?, ''), pg_catalog.current_schema())
