-- One row for each operator class.
SELECT n.nspname AS schema,
       c.opcname AS name,
       pg_catalog.pg_get_userbyid(c.opcowner) AS owner,
       am.amname AS method,
       pg_catalog.format_type(c.opcintype, NULL) AS type,
       c.opcdefault AS "byDefault",
       fn.nspname AS "familySchema",
       f.opfname AS family,
       CASE WHEN c.opckeytype <> 0 THEN pg_catalog.format_type(c.opckeytype, NULL) END AS storage,
       c.tableoid AS classid,
       c.oid AS objid
FROM pg_catalog.pg_opclass c
JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace
JOIN pg_catalog.pg_am am ON am.oid = c.opcmethod
JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily
JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_opclass'::pg_catalog.regclass
                    AND x.objid = c.oid AND x.deptype = 'e')
ORDER BY n.nspname, c.opcname, am.amname;
