-- One row for each of the objects at the given addresses, in PostgreSQL's own words, but not those in the system's schemas. The first
-- parameter is their catalogs, the second their rows there.
SELECT i.type AS kind,
       i.identity
FROM ROWS FROM (pg_catalog.unnest(CAST(? AS pg_catalog.int8[])), pg_catalog.unnest(CAST(? AS pg_catalog.int8[])))
    AS a (classid, objid)
CROSS JOIN LATERAL pg_catalog.pg_identify_object(a.classid::pg_catalog.oid, a.objid::pg_catalog.oid, 0) i
WHERE i.identity IS NOT NULL
  AND (i.schema IS NULL OR (i.schema !~ '^pg_' AND i.schema <> 'information_schema'))
ORDER BY i.type, i.identity;
