-- One row for each table that a publication names (PostgreSQL 15 and newer).
SELECT p.pubname AS publication,
       n.nspname AS schema,
       c.relname AS name,
       ARRAY(SELECT a.attname::pg_catalog.text
             FROM pg_catalog.unnest(r.prattrs) AS k (number)
             JOIN pg_catalog.pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = k.number
             ORDER BY a.attnum) AS columns,
       pg_catalog.pg_get_expr(r.prqual, r.prrelid) AS "rowFilter"
FROM pg_catalog.pg_publication_rel r
JOIN pg_catalog.pg_publication p ON p.oid = r.prpubid
JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
ORDER BY p.pubname, n.nspname, c.relname;
