-- One row for each extended statistics object.
SELECT n.nspname AS schema,
       s.stxname AS name,
       cn.nspname AS "relationSchema",
       c.relname AS relation,
       pg_catalog.array_remove(ARRAY[
           CASE WHEN 'd' = ANY (s.stxkind) THEN 'NDISTINCT' END,
           CASE WHEN 'f' = ANY (s.stxkind) THEN 'DEPENDENCIES' END,
           CASE WHEN 'm' = ANY (s.stxkind) THEN 'MCV' END], NULL) AS types,
       ARRAY(SELECT a.attname::pg_catalog.text
             FROM pg_catalog.unnest(s.stxkeys) AS k (number)
             JOIN pg_catalog.pg_attribute a ON a.attrelid = s.stxrelid AND a.attnum = k.number
             ORDER BY a.attnum) AS columns,
       pg_catalog.pg_get_statisticsobjdef_expressions(s.oid) AS expressions,
       CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END AS target,
       pg_catalog.pg_get_userbyid(s.stxowner) AS owner,
       s.tableoid AS classid,
       s.oid AS objid
FROM pg_catalog.pg_statistic_ext s
JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
JOIN pg_catalog.pg_class c ON c.oid = s.stxrelid
JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass
                    AND x.objid = s.oid AND x.deptype = 'e')
ORDER BY n.nspname, s.stxname;
