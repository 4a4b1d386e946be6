-- One row for each aggregate, with what routines.sql does not say about it.
SELECT n.nspname AS schema,
       p.proname AS name,
       (SELECT COALESCE(pg_catalog.string_agg(pg_catalog.format_type(t.type, NULL), ', ' ORDER BY t.place), '')
        FROM pg_catalog.unnest(p.proargtypes) WITH ORDINALITY AS t (type, place)) AS arguments,
       a.aggtransfn::pg_catalog.text AS sfunc,
       pg_catalog.format_type(a.aggtranstype, NULL) AS stype,
       NULLIF(a.aggtransspace, 0) AS sspace,
       NULLIF(a.aggfinalextra, false)::pg_catalog.text AS finalfunc_extra,
       CASE WHEN a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN
           CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END
       END AS finalfunc_modify,
       CASE WHEN a.aggmtranstype <> 0 THEN pg_catalog.format_type(a.aggmtranstype, NULL) END AS mstype,
       NULLIF(a.aggmtransspace, 0) AS msspace,
       NULLIF(a.aggmfinalextra, false)::pg_catalog.text AS mfinalfunc_extra,
       CASE WHEN a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN
           CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END
       END AS mfinalfunc_modify,
       NULLIF(a.aggkind = 'h', false)::pg_catalog.text AS hypothetical,
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
