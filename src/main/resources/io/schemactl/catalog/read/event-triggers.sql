-- One row for each event trigger.
SELECT t.evtname AS name,
       t.evtevent AS event,
       t.evttags AS tags,
       n.nspname AS "functionSchema",
       f.proname AS function,
       CASE t.evtenabled WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'REPLICA' WHEN 'A' THEN 'ALWAYS' ELSE 'ENABLED' END
           AS state,
       pg_catalog.pg_get_userbyid(t.evtowner) AS owner,
       t.tableoid AS classid,
       t.oid AS objid
FROM pg_catalog.pg_event_trigger t
JOIN pg_catalog.pg_proc f ON f.oid = t.evtfoid
JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass
                    AND x.objid = t.oid AND x.deptype = 'e')
ORDER BY t.evtname;
