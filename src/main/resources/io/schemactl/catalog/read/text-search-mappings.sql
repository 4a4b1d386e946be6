-- One row for each type of tokens that a text search configuration looks up.
SELECT n.nspname AS schema,
       c.cfgname AS name,
       k.alias AS "tokenType",
       pg_catalog.array_agg(dn.nspname::pg_catalog.text ORDER BY m.mapseqno) AS "dictionarySchemas",
       pg_catalog.array_agg(i.dictname::pg_catalog.text ORDER BY m.mapseqno) AS "dictionaryNames"
FROM pg_catalog.pg_ts_config c
JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace
JOIN pg_catalog.pg_ts_config_map m ON m.mapcfg = c.oid
JOIN pg_catalog.pg_ts_dict i ON i.oid = m.mapdict
JOIN pg_catalog.pg_namespace dn ON dn.oid = i.dictnamespace
JOIN LATERAL pg_catalog.ts_token_type(c.cfgparser) k ON k.tokid = m.maptokentype
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
GROUP BY n.nspname, c.cfgname, k.alias
ORDER BY n.nspname, c.cfgname, k.alias;
