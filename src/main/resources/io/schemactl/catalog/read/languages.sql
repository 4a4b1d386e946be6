-- One row for each procedural language that no extension brought.
SELECT l.lanname AS name,
       pg_catalog.pg_get_userbyid(l.lanowner) AS owner,
       l.lanpltrusted AS trusted,
       l.lanplcallfoid::pg_catalog.regproc::pg_catalog.text AS handler,
       NULLIF(l.laninline::pg_catalog.regproc::pg_catalog.text, '-') AS inline,
       NULLIF(l.lanvalidator::pg_catalog.regproc::pg_catalog.text, '-') AS validator,
       l.tableoid AS classid,
       l.oid AS objid
FROM pg_catalog.pg_language l
WHERE l.lanispl
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_language'::pg_catalog.regclass
                    AND x.objid = l.oid AND x.deptype = 'e')
ORDER BY l.lanname;
