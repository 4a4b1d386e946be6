-- One row for each installed extension; plpgsql, which every database has, is left out.
SELECT x.extname AS name,
       n.nspname AS schema,
       x.extversion AS version,
       pg_catalog.pg_get_userbyid(x.extowner) AS owner,
       x.tableoid AS classid,
       x.oid AS objid
FROM pg_catalog.pg_extension x
JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
WHERE x.extname <> 'plpgsql'
ORDER BY x.extname;
