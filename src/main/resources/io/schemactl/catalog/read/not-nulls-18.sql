-- One row for each not-null constraint that says more than NOT NULL (PostgreSQL 18 and newer).
SELECT n.nspname AS schema,
       c.relname AS relation,
       k.conname AS name,
       a.attname AS column,
       k.connoinherit AS "noInherit",
       k.convalidated AS validated,
       k.conenforced AS enforced,
       true AS "triggersEnabled",
       k.coninhcount > 0 AND NOT k.conislocal AS inherited,
       k.tableoid AS classid,
       k.oid AS objid
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
-- PostgreSQL shortens the longer part until the whole has 63 bytes.
CROSS JOIN LATERAL (SELECT pg_catalog.octet_length(c.relname), pg_catalog.octet_length(a.attname)) AS l (r, a)
CROSS JOIN LATERAL (SELECT pg_catalog.left(c.relname, CASE WHEN l.a < 26 THEN 53 - l.a ELSE 27 END),
                           pg_catalog.left(a.attname, CASE WHEN l.r < 27 THEN 53 - l.r ELSE 26 END))
    AS g (relation, "column")
WHERE k.contype = 'n'
  AND (k.connoinherit OR NOT k.convalidated OR NOT k.conenforced
       OR EXISTS (SELECT FROM pg_catalog.pg_description d
                  WHERE d.objoid = k.oid AND d.classoid = k.tableoid)
       -- What is only inherited has its name from above, and a table's key makes it the table's own. Otherwise a name that
       -- PostgreSQL chose says nothing; where it came from above as well, that may have been before a renaming, which it cannot follow.
       OR (k.conislocal
           AND pg_catalog.rtrim(k.conname, '0123456789') <> g.relation || '_' || g."column" || '_not_null'
           AND (k.coninhcount = 0
                OR (pg_catalog.rtrim(k.conname, '0123456789') !~ '_not_null$'
                    AND NOT (c.relispartition
                             OR EXISTS (SELECT FROM pg_catalog.pg_constraint p
                                        WHERE p.conrelid = k.conrelid AND p.contype = 'p' AND k.conkey[1] = ANY (p.conkey)))))))
  AND n.nspname !~ '^pg_'
  AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname, k.conname;
