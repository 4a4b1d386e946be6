-- One row for each rewrite rule other than a view's own.
SELECT n.nspname AS schema,
       c.relname AS relation,
       r.rulename AS name,
       CASE r.ev_enabled WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'REPLICA' WHEN 'A' THEN 'ALWAYS' ELSE 'ENABLED' END
           AS state,
       pg_catalog.pg_get_ruledef(r.oid) AS definition,
       r.tableoid AS classid,
       r.oid AS objid
FROM pg_catalog.pg_rewrite r
JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE r.rulename <> '_RETURN'
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, r.rulename;
