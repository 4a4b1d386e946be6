-- One row for each index, constraint, trigger, policy, rule or statistics object that someone added to an extension's table or view.
-- PostgreSQL takes only the table for a member, and notes nothing about what the extension's script makes of it; but that is noted in the
-- same transaction as one of the members.
SELECT d.classid,
       d.objid
FROM (SELECT DISTINCT d.classid, d.objid, d.xmin AS made, e.refobjid AS extension
      FROM pg_catalog.pg_depend e
      JOIN pg_catalog.pg_depend d ON d.refclassid = e.classid AND d.refobjid = e.objid
      WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
        AND e.deptype = 'e'
        AND d.deptype = 'a') AS d
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend m
                  WHERE m.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                    AND m.refobjid = d.extension
                    AND m.deptype = 'e'
                    AND m.xmin = d.made)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend m
                  WHERE m.classid = d.classid AND m.objid = d.objid AND m.deptype = 'e')
  AND (EXISTS (SELECT FROM pg_catalog.pg_index i
               WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND i.indexrelid = d.objid)
       OR EXISTS (SELECT FROM pg_catalog.pg_constraint k
                  WHERE d.classid = k.tableoid AND k.oid = d.objid AND k.conrelid <> 0)
       OR EXISTS (SELECT FROM pg_catalog.pg_trigger t
                  WHERE d.classid = t.tableoid AND t.oid = d.objid AND NOT t.tgisinternal)
       OR d.classid IN ('pg_catalog.pg_policy'::pg_catalog.regclass,
                        'pg_catalog.pg_rewrite'::pg_catalog.regclass,
                        'pg_catalog.pg_statistic_ext'::pg_catalog.regclass))
ORDER BY d.classid, d.objid;
