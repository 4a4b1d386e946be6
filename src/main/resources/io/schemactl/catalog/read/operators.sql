-- One row for each operator, announced ones included.
SELECT n.nspname AS schema,
       o.oprname AS name,
       pg_catalog.pg_get_userbyid(o.oprowner) AS owner,
       CASE WHEN o.oprleft <> 0 THEN pg_catalog.format_type(o.oprleft, NULL) END AS left,
       pg_catalog.format_type(o.oprright, NULL) AS right,
       NULLIF(o.oprcode::pg_catalog.text, '-') AS function,
       cn.nspname AS "commutatorSchema",
       c.oprname AS commutator,
       gn.nspname AS "negatorSchema",
       g.oprname AS negator,
       NULLIF(o.oprrest::pg_catalog.text, '-') AS restrict,
       NULLIF(o.oprjoin::pg_catalog.text, '-') AS join,
       o.oprcanhash AS hashes,
       o.oprcanmerge AS merges,
       o.tableoid AS classid,
       o.oid AS objid
FROM pg_catalog.pg_operator o
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
LEFT JOIN pg_catalog.pg_operator c ON c.oid = o.oprcom
LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.oprnamespace
LEFT JOIN pg_catalog.pg_operator g ON g.oid = o.oprnegate
LEFT JOIN pg_catalog.pg_namespace gn ON gn.oid = g.oprnamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_operator'::pg_catalog.regclass
                    AND x.objid = o.oid AND x.deptype = 'e')
ORDER BY n.nspname, o.oprname, "left" NULLS FIRST, "right";
