-- One row for each trigger that someone created.
SELECT n.nspname AS schema,
       c.relname AS relation,
       t.tgname AS name,
       CASE WHEN (t.tgtype & 2) <> 0 THEN 'BEFORE' WHEN (t.tgtype & 64) <> 0 THEN 'INSTEAD_OF' ELSE 'AFTER' END
           AS timing,
       pg_catalog.array_remove(ARRAY[
           CASE WHEN (t.tgtype & 4) <> 0 THEN 'INSERT' END,
           CASE WHEN (t.tgtype & 16) <> 0 THEN 'UPDATE' END,
           CASE WHEN (t.tgtype & 8) <> 0 THEN 'DELETE' END,
           CASE WHEN (t.tgtype & 32) <> 0 THEN 'TRUNCATE' END], NULL) AS events,
       (t.tgtype & 1) <> 0 AS "perRow",
       ARRAY(SELECT a.attname::pg_catalog.text
             FROM pg_catalog.unnest(t.tgattr) WITH ORDINALITY AS p (number, place)
             JOIN pg_catalog.pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = p.number
             ORDER BY p.place) AS "updateColumns",
       -- pg_get_expr refuses a condition that speaks of both the old and the new row.
       CASE WHEN t.tgqual IS NOT NULL THEN
           (pg_catalog.regexp_match(p.definition,
                                    ' FOR EACH (?:ROW|STATEMENT) WHEN \((.+)\) EXECUTE FUNCTION '))[1]
       END AS when,
       rn.nspname AS "referencedSchema",
       r.relname AS referenced,
       t.tgoldtable AS "oldTable",
       t.tgnewtable AS "newTable",
       fn.nspname AS "functionSchema",
       f.proname AS function,
       -- The arguments are stored one after the other, each ended by a zero byte; a backslash is doubled, other bytes are octal.
       CASE WHEN t.tgnargs > 0 THEN
           ARRAY(SELECT pg_catalog.convert_from(pg_catalog.decode(m.part[1], 'escape'), pg_catalog.getdatabaseencoding())
                 FROM pg_catalog.regexp_matches(pg_catalog.encode(t.tgargs, 'escape'),
                                                '((?:[^\\]|\\\\|\\[1-7][0-7][0-7])*)\\000', 'g')
                     WITH ORDINALITY AS m (part, place)
                 ORDER BY m.place)
       END AS arguments,
       CASE t.tgenabled WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'REPLICA' WHEN 'A' THEN 'ALWAYS' ELSE 'ENABLED' END
           AS state,
       CASE WHEN t.tgconstraint = 0 THEN NULL
            WHEN t.tginitdeferred THEN 'INITIALLY_DEFERRED'
            WHEN t.tgdeferrable THEN 'INITIALLY_IMMEDIATE'
            ELSE 'NOT_DEFERRABLE' END AS deferral,
       NULLIF(t.tgconstraint, 0) AS "constraintId",
       t.tgparentid <> 0 AS inherited,
       p.definition,
       t.tableoid AS classid,
       t.oid AS objid
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_proc f ON f.oid = t.tgfoid
JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_triggerdef(t.oid) OFFSET 0) AS p (definition)
LEFT JOIN pg_catalog.pg_class r ON r.oid = t.tgconstrrelid
LEFT JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
-- A partition's copy of a trigger counts as internal before PostgreSQL 15.
WHERE (NOT t.tgisinternal OR t.tgparentid <> 0)
  -- Nothing is printed if somebody has dropped it meanwhile.
  AND p.definition IS NOT NULL
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
                    AND x.objid = t.oid AND x.deptype = 'e')
ORDER BY n.nspname, c.relname, t.tgname;
