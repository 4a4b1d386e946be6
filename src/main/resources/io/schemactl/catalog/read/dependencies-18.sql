-- One row for each dependency of something that did not come with the server: what, on what, and of which sort (PostgreSQL 18 and newer).
SELECT d.classid,
       d.objid,
       d.objsubid,
       d.refclassid,
       d.refobjid,
       d.refobjsubid,
       d.deptype AS type
FROM pg_catalog.pg_depend d
WHERE d.objid >= 16384
  -- Not-null constraints depend on their columns, which know of them.
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                  WHERE d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
                    AND k.oid = d.objid AND k.contype = 'n')
ORDER BY d.classid, d.objid, d.objsubid;
