-- One row for each conversion between encodings.
SELECT n.nspname AS schema,
       c.conname AS name,
       pg_catalog.pg_get_userbyid(c.conowner) AS owner,
       pg_catalog.pg_encoding_to_char(c.conforencoding) AS source,
       pg_catalog.pg_encoding_to_char(c.contoencoding) AS target,
       c.conproc::pg_catalog.text AS function,
       c.condefault AS "byDefault",
       c.tableoid AS classid,
       c.oid AS objid
FROM pg_catalog.pg_conversion c
JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_conversion'::pg_catalog.regclass
                    AND x.objid = c.oid AND x.deptype = 'e')
ORDER BY n.nspname, c.conname;
