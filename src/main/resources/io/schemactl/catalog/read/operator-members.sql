-- One row for each operator in an operator class, or in a family where no class needs it.
SELECT w.kind AS kind,
       w.schema AS schema,
       w.name AS name,
       w.method AS method,
       a.amopstrategy AS strategy,
       pg_catalog.format_type(a.amoplefttype, NULL) AS left,
       pg_catalog.format_type(a.amoprighttype, NULL) AS right,
       opn.nspname AS "operatorSchema",
       op.oprname AS operator,
       sn.nspname AS "sortFamilySchema",
       s.opfname AS "sortFamily",
       a.tableoid AS classid,
       a.oid AS objid
FROM pg_catalog.pg_amop a
JOIN pg_catalog.pg_operator op ON op.oid = a.amopopr
JOIN pg_catalog.pg_namespace opn ON opn.oid = op.oprnamespace
LEFT JOIN pg_catalog.pg_opfamily s ON s.oid = a.amopsortfamily
LEFT JOIN pg_catalog.pg_namespace sn ON sn.oid = s.opfnamespace
JOIN (SELECT d.objid, d.refclassid, d.refobjid
      FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_amop'::pg_catalog.regclass
      UNION ALL
      -- Nobody takes note of what depends on a family that comes with the server.
      SELECT m.oid, 'pg_catalog.pg_opfamily'::pg_catalog.regclass, m.amopfamily
      FROM pg_catalog.pg_amop m
      WHERE m.oid >= 16384 AND m.amopfamily < 16384
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend k
                        WHERE k.classid = m.tableoid AND k.objid = m.oid
                          AND k.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass)) AS p (objid, refclassid, refobjid)
  ON p.objid = a.oid
 -- A family for ordering is only referred to.
 AND (p.refclassid <> 'pg_catalog.pg_opfamily'::pg_catalog.regclass OR p.refobjid = a.amopfamily)
JOIN (SELECT f.tableoid, f.oid, 'OPERATOR_FAMILY', n.nspname, f.opfname, am.amname
      FROM pg_catalog.pg_opfamily f
      JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace
      JOIN pg_catalog.pg_am am ON am.oid = f.opfmethod
      UNION ALL
      SELECT c.tableoid, c.oid, 'OPERATOR_CLASS', n.nspname, c.opcname, am.amname
      FROM pg_catalog.pg_opclass c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace
      JOIN pg_catalog.pg_am am ON am.oid = c.opcmethod) AS w (classid, oid, kind, schema, name, method)
  ON w.classid = p.refclassid AND w.oid = p.refobjid
WHERE ((w.schema !~ '^pg_' AND w.schema <> 'information_schema') OR a.oid >= 16384)
ORDER BY kind, schema, name, method, strategy, "left", "right";
