-- One row for each function, procedure or aggregate.
SELECT n.nspname AS schema,
       p.proname AS name,
       (SELECT COALESCE(pg_catalog.string_agg(pg_catalog.format_type(a.type, NULL), ', ' ORDER BY a.place), '')
        FROM pg_catalog.unnest(p.proargtypes) WITH ORDINALITY AS a (type, place)) AS arguments,
       CASE p.prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE' WHEN 'w' THEN 'WINDOW' ELSE 'FUNCTION' END
           AS form,
       g.signature,
       pg_catalog.pg_get_function_result(p.oid) AS result,
       l.lanname AS language,
       CASE p.provolatile WHEN 'i' THEN 'IMMUTABLE' WHEN 's' THEN 'STABLE' ELSE 'VOLATILE' END AS volatility,
       p.prosecdef AS definer,
       p.proisstrict AS strict,
       p.proleakproof AS leakproof,
       CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' ELSE 'UNSAFE' END AS parallel,
       p.procost AS cost,
       p.prorows AS rows,
       CASE WHEN p.prokind <> 'a' THEN COALESCE(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc) END AS body,
       p.prosqlbody IS NOT NULL AS "sqlBody",
       p.probin AS "objectFile",
       sn.nspname AS "supportSchema",
       s.proname AS support,
       ARRAY(SELECT pg_catalog.format_type(t.type, NULL)
             FROM pg_catalog.unnest(p.protrftypes) WITH ORDINALITY AS t (type, place)
             ORDER BY t.place) AS transforms,
       p.proconfig AS settings,
       pg_catalog.pg_get_userbyid(p.proowner) AS owner,
       p.tableoid AS classid,
       p.oid AS objid
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_function_arguments(p.oid) OFFSET 0) AS g (signature)
LEFT JOIN pg_catalog.pg_proc s ON s.oid = p.prosupport
LEFT JOIN pg_catalog.pg_namespace sn ON sn.oid = s.pronamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  -- Nothing is printed if somebody has dropped it meanwhile.
  AND g.signature IS NOT NULL
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                    AND x.objid = p.oid AND x.deptype IN ('e', 'i'))
ORDER BY n.nspname, p.proname, arguments;
