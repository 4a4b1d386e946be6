-- One row for each comment, for each security label with its provider, and for each extension that takes an object with it.
SELECT d.classoid AS classid,
       d.objoid AS objid,
       d.objsubid,
       NULL AS provider,
       NULL AS extension,
       d.description AS text
FROM pg_catalog.pg_description d
WHERE (d.objoid >= 16384 OR d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass)
  -- Large objects are data.
  AND d.classoid <> 'pg_catalog.pg_largeobject'::pg_catalog.regclass
UNION ALL
SELECT l.classoid,
       l.objoid,
       l.objsubid,
       l.provider,
       NULL,
       l.label
FROM pg_catalog.pg_seclabel l
UNION ALL
-- Of the objects that databases share, only a subscription belongs to one, and the database itself.
SELECT l.classoid,
       l.objoid,
       0,
       l.provider,
       NULL,
       l.label
FROM pg_catalog.pg_shseclabel l
JOIN pg_catalog.pg_database b ON b.datname = pg_catalog.current_database()
WHERE (l.classoid = b.tableoid AND l.objoid = b.oid)
   OR (l.classoid = 'pg_catalog.pg_subscription'::pg_catalog.regclass
       AND l.objoid IN (SELECT s.oid FROM pg_catalog.pg_subscription s WHERE s.subdbid = b.oid))
UNION ALL
SELECT d.classoid,
       d.objoid,
       0,
       NULL,
       NULL,
       d.description
FROM pg_catalog.pg_shdescription d
JOIN pg_catalog.pg_database b ON b.tableoid = d.classoid AND b.oid = d.objoid
WHERE b.datname = pg_catalog.current_database()
UNION ALL
SELECT e.classid,
       e.objid,
       0,
       NULL,
       x.extname,
       ''
FROM pg_catalog.pg_depend e
JOIN pg_catalog.pg_extension x ON x.oid = e.refobjid AND e.refclassid = x.tableoid
WHERE e.deptype = 'x'
ORDER BY classid, objid, objsubid, provider, extension;
