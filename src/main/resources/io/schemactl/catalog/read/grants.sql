-- One row for each object or column on which privileges are not those it began with: GRANT or REVOKE, or default privileges, changed
-- them. An element is a privilege, an asterisk if it may be passed on, a space and the grantee.
WITH holder AS (
    SELECT c.tableoid AS classid, c.oid AS objid, 0 AS objsubid, c.relowner AS owner, c.relacl AS acl,
           pg_catalog.acldefault(CASE c.relkind WHEN 'S' THEN 's'::pg_catalog."char" ELSE 'r' END, c.relowner) AS initial
    FROM pg_catalog.pg_class c
    WHERE c.relacl IS NOT NULL
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, a.attrelid, a.attnum, c.relowner, a.attacl,
           pg_catalog.acldefault('c', c.relowner)
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    -- A column that was dropped keeps them, in older versions.
    WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
    UNION ALL
    SELECT n.tableoid, n.oid, 0, n.nspowner, n.nspacl, pg_catalog.acldefault('n', n.nspowner)
    FROM pg_catalog.pg_namespace n
    WHERE n.nspacl IS NOT NULL AND n.nspname <> 'public'
    UNION ALL
    -- The schema public begins with privileges that are not the usual ones of a schema; whoever makes it again must give them.
    SELECT n.tableoid, n.oid, 0, n.nspowner, COALESCE(n.nspacl, d.acl),
           d.acl || pg_catalog.makeaclitem(0, n.nspowner, 'USAGE', false)
           || CASE WHEN pg_catalog.current_setting('server_version_num')::integer < 150000
                   THEN ARRAY[pg_catalog.makeaclitem(0, n.nspowner, 'CREATE', false)] END
    FROM pg_catalog.pg_namespace n
    CROSS JOIN LATERAL pg_catalog.acldefault('n', n.nspowner) AS d (acl)
    WHERE n.nspname = 'public'
    UNION ALL
    SELECT p.tableoid, p.oid, 0, p.proowner, p.proacl, pg_catalog.acldefault('f', p.proowner)
    FROM pg_catalog.pg_proc p
    WHERE p.proacl IS NOT NULL
    UNION ALL
    SELECT t.tableoid, t.oid, 0, t.typowner, t.typacl, pg_catalog.acldefault('T', t.typowner)
    FROM pg_catalog.pg_type t
    WHERE t.typacl IS NOT NULL
    UNION ALL
    SELECT l.tableoid, l.oid, 0, l.lanowner, l.lanacl, pg_catalog.acldefault('l', l.lanowner)
    FROM pg_catalog.pg_language l
    WHERE l.lanacl IS NOT NULL
    UNION ALL
    SELECT f.tableoid, f.oid, 0, f.fdwowner, f.fdwacl, pg_catalog.acldefault('F', f.fdwowner)
    FROM pg_catalog.pg_foreign_data_wrapper f
    WHERE f.fdwacl IS NOT NULL
    UNION ALL
    SELECT s.tableoid, s.oid, 0, s.srvowner, s.srvacl, pg_catalog.acldefault('S', s.srvowner)
    FROM pg_catalog.pg_foreign_server s
    WHERE s.srvacl IS NOT NULL
    UNION ALL
    SELECT d.tableoid, d.oid, 0, d.datdba, d.datacl, pg_catalog.acldefault('d', d.datdba)
    FROM pg_catalog.pg_database d
    WHERE d.datacl IS NOT NULL AND d.datname = pg_catalog.current_database()
),
-- Some other objects that come with a server have privileges of their own from the beginning.
listed AS (
    SELECT h.classid, h.objid, h.objsubid, h.owner, h.acl, COALESCE(i.initprivs, h.initial) AS initial
    FROM holder h
    LEFT JOIN pg_catalog.pg_init_privs i
           ON i.classoid = h.classid AND i.objoid = h.objid AND i.objsubid = h.objsubid AND i.privtype = 'i'
    WHERE h.objid >= 16384
       OR h.classid IN ('pg_catalog.pg_namespace'::pg_catalog.regclass, 'pg_catalog.pg_database'::pg_catalog.regclass)
),
spelt AS (
    SELECT l.classid, l.objid, l.objsubid,
           ARRAY(SELECT x.privilege_type || CASE WHEN pg_catalog.bool_or(x.is_grantable) THEN '*' ELSE '' END || ' '
                        || CASE x.grantee WHEN 0 THEN '=public' WHEN l.owner THEN '=owner'
                           ELSE pg_catalog.pg_get_userbyid(x.grantee)::pg_catalog.text END
                 FROM pg_catalog.aclexplode(l.acl) x
                 GROUP BY x.grantee, x.privilege_type
                 ORDER BY 1) AS grants,
           -- Who grants what an object begins with is the owner that it began with.
           ARRAY(SELECT x.privilege_type || ' '
                        || CASE x.grantee WHEN 0 THEN '=public' WHEN x.grantor THEN '=owner'
                           ELSE pg_catalog.pg_get_userbyid(x.grantee)::pg_catalog.text END
                 FROM pg_catalog.aclexplode(l.initial) x
                 ORDER BY 1) AS initial
    FROM listed l
)
SELECT s.classid, s.objid, s.objsubid, s.grants
FROM spelt s
WHERE s.grants <> s.initial
ORDER BY s.classid, s.objid, s.objsubid;
