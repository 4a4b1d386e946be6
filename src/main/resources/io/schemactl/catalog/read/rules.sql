-- One row for each rewrite rule other than a view's own.
SELECT n.nspname AS schema,
       c.relname AS relation,
       r.rulename AS name,
       CASE r.ev_enabled WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'REPLICA' WHEN 'A' THEN 'ALWAYS' ELSE 'ENABLED' END
           AS state,
       g.definition,
       r.tableoid AS classid,
       r.oid AS objid
FROM pg_catalog.pg_rewrite r
JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_ruledef(r.oid) OFFSET 0) AS g (definition)
WHERE r.rulename <> '_RETURN'
  -- Nothing is printed if somebody has dropped it meanwhile.
  AND g.definition IS NOT NULL
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, r.rulename;
