-- One row for each comment, and for each security label with its provider.
SELECT d.classoid AS classid,
       d.objoid AS objid,
       d.objsubid,
       NULL AS provider,
       d.description AS text
FROM pg_catalog.pg_description d
WHERE d.objoid >= 16384 OR d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
UNION ALL
SELECT l.classoid,
       l.objoid,
       l.objsubid,
       l.provider,
       l.label
FROM pg_catalog.pg_seclabel l
ORDER BY classid, objid, objsubid, provider;
