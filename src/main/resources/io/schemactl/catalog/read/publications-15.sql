-- One row for each publication (PostgreSQL 15 and newer); the tables that it names are in published-tables.sql.
SELECT p.pubname AS name,
       p.puballtables AS "allTables",
       ARRAY(SELECT n.nspname::pg_catalog.text
             FROM pg_catalog.pg_publication_namespace s
             JOIN pg_catalog.pg_namespace n ON n.oid = s.pnnspid
             WHERE s.pnpubid = p.oid
             ORDER BY n.nspname) AS schemas,
       pg_catalog.array_remove(ARRAY[
           CASE WHEN p.pubinsert THEN 'INSERT' END,
           CASE WHEN p.pubupdate THEN 'UPDATE' END,
           CASE WHEN p.pubdelete THEN 'DELETE' END,
           CASE WHEN p.pubtruncate THEN 'TRUNCATE' END], NULL) AS publish,
       p.pubviaroot AS "viaRoot",
       false AS "storedGeneratedColumns",
       pg_catalog.pg_get_userbyid(p.pubowner) AS owner,
       p.tableoid AS classid,
       p.oid AS objid
FROM pg_catalog.pg_publication p
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_publication'::pg_catalog.regclass
                    AND x.objid = p.oid AND x.deptype = 'e')
ORDER BY p.pubname;
