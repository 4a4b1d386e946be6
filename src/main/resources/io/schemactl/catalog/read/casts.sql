-- One row for each cast that someone created.
SELECT pg_catalog.format_type(c.castsource, NULL) AS source,
       pg_catalog.format_type(c.casttarget, NULL) AS target,
       CASE c.castmethod WHEN 'b' THEN 'BINARY' WHEN 'i' THEN 'INOUT' ELSE 'FUNCTION' END AS method,
       NULLIF(c.castfunc::pg_catalog.regprocedure::pg_catalog.text, '-') AS function,
       CASE c.castcontext WHEN 'i' THEN 'IMPLICIT' WHEN 'a' THEN 'ASSIGNMENT' ELSE 'EXPLICIT' END AS context,
       c.tableoid AS classid,
       c.oid AS objid
FROM pg_catalog.pg_cast c
-- What initdb makes has a smaller number; a range type brings the cast to its multirange type along.
WHERE c.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass
                    AND x.objid = c.oid AND x.deptype IN ('e', 'i'))
ORDER BY source, target;
