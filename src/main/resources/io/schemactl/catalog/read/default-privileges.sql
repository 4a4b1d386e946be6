-- One row for each type of object on which a role grants something as soon as it creates one.
SELECT pg_catalog.pg_get_userbyid(a.defaclrole) AS role,
       n.nspname AS schema,
       CASE a.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'ROUTINES'
                            WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' WHEN 'L' THEN 'LARGE_OBJECTS' END AS type,
       ARRAY(SELECT CASE g.grantee WHEN 0 THEN '=public' WHEN a.defaclrole THEN '=owner'
                                   ELSE pg_catalog.pg_get_userbyid(g.grantee)::pg_catalog.text END
             FROM pg_catalog.aclexplode(a.defaclacl) WITH ORDINALITY g
             ORDER BY g.ordinality) AS grantees,
       ARRAY(SELECT g.privilege_type
             FROM pg_catalog.aclexplode(a.defaclacl) WITH ORDINALITY g
             ORDER BY g.ordinality) AS privileges,
       ARRAY(SELECT g.is_grantable::pg_catalog.text
             FROM pg_catalog.aclexplode(a.defaclacl) WITH ORDINALITY g
             ORDER BY g.ordinality) AS grantable,
       a.tableoid AS classid,
       a.oid AS objid
FROM pg_catalog.pg_default_acl a
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace
ORDER BY role, n.nspname, type;
