-- One row for each text search configuration.
SELECT n.nspname AS schema,
       c.cfgname AS name,
       pg_catalog.pg_get_userbyid(c.cfgowner) AS owner,
       pn.nspname AS "parserSchema",
       p.prsname AS parser,
       c.tableoid AS classid,
       c.oid AS objid
FROM pg_catalog.pg_ts_config c
JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace
JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser
JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_ts_config'::pg_catalog.regclass
                    AND x.objid = c.oid AND x.deptype = 'e')
ORDER BY n.nspname, c.cfgname;
