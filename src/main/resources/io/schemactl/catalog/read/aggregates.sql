-- One row for each aggregate, with what routines.sql does not say about it.
SELECT n.nspname AS schema,
       p.proname AS name,
       (SELECT COALESCE(pg_catalog.string_agg(pg_catalog.format_type(t.type, NULL), ', ' ORDER BY t.place), '')
        FROM pg_catalog.unnest(p.proargtypes) WITH ORDINALITY AS t (type, place)) AS arguments,
       a.aggtransfn::pg_catalog.text AS sfunc,
       pg_catalog.format_type(a.aggtranstype, NULL) AS stype,
       NULLIF(a.aggfinalfn::pg_catalog.text, '-') AS finalfunc,
       NULLIF(a.aggcombinefn::pg_catalog.text, '-') AS combinefunc,
       NULLIF(a.aggserialfn::pg_catalog.text, '-') AS serialfunc,
       NULLIF(a.aggdeserialfn::pg_catalog.text, '-') AS deserialfunc,
       NULLIF(a.aggmtransfn::pg_catalog.text, '-') AS msfunc,
       NULLIF(a.aggminvtransfn::pg_catalog.text, '-') AS minvfunc,
       NULLIF(a.aggmfinalfn::pg_catalog.text, '-') AS mfinalfunc,
       NULLIF(a.aggsortop::pg_catalog.regoper::pg_catalog.text, '0') AS sortop,
       a.agginitval AS initcond,
       a.aggminitval AS minitcond
FROM pg_catalog.pg_aggregate a
JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, p.proname, arguments;
