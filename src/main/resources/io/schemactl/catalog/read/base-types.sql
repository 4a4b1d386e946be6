-- One row for each base type, and for each shell that no type fills yet.
SELECT n.nspname AS schema,
       t.typname AS name,
       pg_catalog.pg_get_userbyid(t.typowner) AS owner,
       t.typisdefined AS defined,
       NULLIF(t.typinput::pg_catalog.text, '-') AS input,
       NULLIF(t.typoutput::pg_catalog.text, '-') AS output,
       NULLIF(t.typreceive::pg_catalog.text, '-') AS receive,
       NULLIF(t.typsend::pg_catalog.text, '-') AS send,
       NULLIF(t.typmodin::pg_catalog.text, '-') AS "typmodIn",
       NULLIF(t.typmodout::pg_catalog.text, '-') AS "typmodOut",
       NULLIF(t.typanalyze::pg_catalog.text, '-') AS analyze,
       NULLIF(t.typsubscript::pg_catalog.text, '-') AS subscript,
       NULLIF(t.typlen, -1) AS length,
       t.typbyval AS "passedByValue",
       CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'd' THEN 'double' ELSE 'int4' END AS alignment,
       CASE t.typstorage WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' WHEN 'm' THEN 'main' ELSE 'plain' END
           AS storage,
       t.typcategory AS category,
       t.typispreferred AS preferred,
       t.typdefault AS "defaultValue",
       CASE WHEN t.typelem <> 0 THEN pg_catalog.format_type(t.typelem, NULL) END AS element,
       t.typdelim AS delimiter,
       t.typcollation <> 0 AS collatable,
       t.tableoid AS classid,
       t.oid AS objid
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE (t.typtype = 'b' OR NOT t.typisdefined)
  -- Each type has an array type, which comes and goes with it.
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid)
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                    AND x.objid = t.oid AND x.deptype = 'e')
ORDER BY n.nspname, t.typname;
