-- One row for each column, index, constraint, trigger, rule, policy, statistics object, comment and row security of an extension's tables and views,
-- and for each member with other privileges than those that it began with. PostgreSQL does not say which of them the extension's script
-- made, so all are here; of views only what is not the view itself.
WITH own AS MATERIALIZED (
    SELECT x.extname AS extension, d.classid, d.objid
    FROM pg_catalog.pg_extension x
    JOIN pg_catalog.pg_depend d ON d.refclassid = x.tableoid AND d.refobjid = x.oid AND d.deptype = 'e'
    WHERE x.extname <> 'plpgsql'
),
member AS (
    SELECT o.extension, c.tableoid, c.oid, c.relkind, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
    FROM own o
    JOIN pg_catalog.pg_class c ON c.oid = o.objid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
),
-- Privileges as GRANT names what they are on, beside those that the extension's script left. Each part begins with the members: all
-- objects of a database that have privileges are many more.
held AS (
    SELECT o.extension, o.classid, o.objid, 0 AS objsubid, c.relowner AS owner, c.relacl AS acl,
           pg_catalog.acldefault(CASE c.relkind WHEN 'S' THEN 's'::pg_catalog."char" ELSE 'r' END, c.relowner) AS initial,
           pg_catalog.format('%s %I.%I', CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, n.nspname, c.relname) AS target
    FROM own o
    JOIN pg_catalog.pg_class c ON c.oid = o.objid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.relacl IS NOT NULL
    UNION ALL
    SELECT o.extension, o.classid, o.objid, a.attnum, c.relowner, a.attacl, pg_catalog.acldefault('c', c.relowner),
           pg_catalog.format('TABLE %I.%I (%I)', n.nspname, c.relname, a.attname)
    FROM own o
    JOIN pg_catalog.pg_class c ON c.oid = o.objid
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND a.attacl IS NOT NULL AND NOT a.attisdropped
    UNION ALL
    SELECT o.extension, o.classid, o.objid, 0, p.proowner, p.proacl, pg_catalog.acldefault('f', p.proowner),
           pg_catalog.format('ROUTINE %I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid))
    FROM own o
    JOIN pg_catalog.pg_proc p ON p.oid = o.objid
    JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    WHERE o.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND p.proacl IS NOT NULL
    UNION ALL
    SELECT o.extension, o.classid, o.objid, 0, t.typowner, t.typacl, pg_catalog.acldefault('T', t.typowner),
           'TYPE ' || pg_catalog.format('%I.%I', n.nspname, t.typname)
    FROM own o
    JOIN pg_catalog.pg_type t ON t.oid = o.objid
    JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    WHERE o.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.typacl IS NOT NULL
    UNION ALL
    SELECT o.extension, o.classid, o.objid, 0, l.lanowner, l.lanacl, pg_catalog.acldefault('l', l.lanowner),
           'LANGUAGE ' || pg_catalog.quote_ident(l.lanname)
    FROM own o
    JOIN pg_catalog.pg_language l ON l.oid = o.objid
    WHERE o.classid = 'pg_catalog.pg_language'::pg_catalog.regclass AND l.lanacl IS NOT NULL
    UNION ALL
    SELECT o.extension, o.classid, o.objid, 0, f.fdwowner, f.fdwacl, pg_catalog.acldefault('F', f.fdwowner),
           'FOREIGN DATA WRAPPER ' || pg_catalog.quote_ident(f.fdwname)
    FROM own o
    JOIN pg_catalog.pg_foreign_data_wrapper f ON f.oid = o.objid
    WHERE o.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass AND f.fdwacl IS NOT NULL
    UNION ALL
    SELECT o.extension, o.classid, o.objid, 0, n.nspowner, n.nspacl, pg_catalog.acldefault('n', n.nspowner),
           'SCHEMA ' || pg_catalog.quote_ident(n.nspname)
    FROM own o
    JOIN pg_catalog.pg_namespace n ON n.oid = o.objid
    WHERE o.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND n.nspacl IS NOT NULL
),
spelt AS (
    SELECT h.extension, h.target,
           ARRAY(SELECT e.privilege_type || CASE WHEN pg_catalog.bool_or(e.is_grantable) THEN '*' ELSE '' END || ' '
                        || CASE e.grantee WHEN 0 THEN 'PUBLIC' WHEN h.owner THEN '=owner'
                           ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(e.grantee)) END
                 FROM pg_catalog.aclexplode(h.acl) e
                 GROUP BY e.grantee, e.privilege_type
                 ORDER BY 1) AS now,
           ARRAY(SELECT e.privilege_type || CASE WHEN pg_catalog.bool_or(e.is_grantable) THEN '*' ELSE '' END || ' '
                        || CASE e.grantee WHEN 0 THEN 'PUBLIC' WHEN h.owner THEN '=owner'
                           ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(e.grantee)) END
                 FROM pg_catalog.aclexplode(COALESCE(i.initprivs, h.initial)) e
                 GROUP BY e.grantee, e.privilege_type
                 ORDER BY 1) AS initial
    FROM held h
    LEFT JOIN pg_catalog.pg_init_privs i ON i.classoid = h.classid AND i.objoid = h.objid AND i.objsubid = h.objsubid
)
SELECT p.extension, p.part, p.definition
FROM (
    SELECT m.extension,
           pg_catalog.format('COLUMN %I ON %s', a.attname, m.name) AS part,
           pg_catalog.format_type(a.atttypid, a.atttypmod)
           || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
           || CASE WHEN a.attgenerated = '' THEN COALESCE(' DEFAULT ' || pg_catalog.pg_get_expr(f.adbin, f.adrelid), '')
              ELSE ' GENERATED ALWAYS AS (' || pg_catalog.pg_get_expr(f.adbin, f.adrelid) || ') STORED' END AS definition
    FROM member m
    JOIN pg_catalog.pg_attribute a ON a.attrelid = m.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
    WHERE m.relkind IN ('r', 'p', 'f')
    UNION ALL
    SELECT m.extension,
           pg_catalog.format('INDEX %I ON %s', c.relname, m.name),
           pg_catalog.pg_get_indexdef(i.indexrelid)
    FROM member m
    JOIN pg_catalog.pg_index i ON i.indrelid = m.oid
    JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                      WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    UNION ALL
    SELECT m.extension,
           pg_catalog.format('CONSTRAINT %I ON %s', k.conname, m.name),
           pg_catalog.pg_get_constraintdef(k.oid)
    FROM member m
    JOIN pg_catalog.pg_constraint k ON k.conrelid = m.oid AND k.contype IN ('c', 'f', 'p', 'u', 'x')
    UNION ALL
    SELECT m.extension,
           pg_catalog.format('TRIGGER %I ON %s', t.tgname, m.name),
           pg_catalog.pg_get_triggerdef(t.oid)
    FROM member m
    JOIN pg_catalog.pg_trigger t ON t.tgrelid = m.oid AND NOT t.tgisinternal
    UNION ALL
    SELECT m.extension,
           pg_catalog.format('RULE %I ON %s', r.rulename, m.name),
           pg_catalog.pg_get_ruledef(r.oid)
    FROM member m
    JOIN pg_catalog.pg_rewrite r ON r.ev_class = m.oid AND r.rulename <> '_RETURN'
    UNION ALL
    SELECT m.extension,
           pg_catalog.format('POLICY %I ON %s', y.polname, m.name),
           'AS ' || CASE WHEN y.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END
           || ' FOR ' || CASE y.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                         ELSE 'ALL' END
           || ' TO ' || (SELECT pg_catalog.string_agg(CASE o.role WHEN 0 THEN 'PUBLIC'
                                                      ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(o.role)) END,
                                                      ', ' ORDER BY pg_catalog.pg_get_userbyid(o.role))
                         FROM pg_catalog.unnest(y.polroles) o (role))
           || COALESCE(' USING (' || pg_catalog.pg_get_expr(y.polqual, y.polrelid) || ')', '')
           || COALESCE(' WITH CHECK (' || pg_catalog.pg_get_expr(y.polwithcheck, y.polrelid) || ')', '')
    FROM member m
    JOIN pg_catalog.pg_policy y ON y.polrelid = m.oid
    UNION ALL
    SELECT m.extension,
           pg_catalog.format('STATISTICS %I.%I ON %s', n.nspname, s.stxname, m.name),
           pg_catalog.pg_get_statisticsobjdef(s.oid)
    FROM member m
    JOIN pg_catalog.pg_statistic_ext s ON s.stxrelid = m.oid
    JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
    UNION ALL
    SELECT m.extension,
           'ROW SECURITY ON ' || m.name,
           pg_catalog.concat_ws(', ', CASE WHEN c.relrowsecurity THEN 'ENABLE' END,
                                CASE WHEN c.relforcerowsecurity THEN 'FORCE' END)
    FROM member m
    JOIN pg_catalog.pg_class c ON c.oid = m.oid
    WHERE c.relrowsecurity OR c.relforcerowsecurity
    UNION ALL
    SELECT m.extension,
           CASE WHEN a.attname IS NOT NULL THEN pg_catalog.format('COMMENT ON COLUMN %s.%I', m.name, a.attname)
                ELSE 'COMMENT ON ' || CASE m.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                                           WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END || ' ' || m.name END,
           d.description
    FROM member m
    JOIN pg_catalog.pg_description d ON d.classoid = m.tableoid AND d.objoid = m.oid
    LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = m.oid AND a.attnum = d.objsubid AND d.objsubid > 0
    UNION ALL
    SELECT s.extension,
           'PRIVILEGES ON ' || s.target,
           pg_catalog.array_to_string(s.now, ', ') || '; initially ' || pg_catalog.array_to_string(s.initial, ', ')
    FROM spelt s
    WHERE s.now <> s.initial
) AS p
WHERE p.definition IS NOT NULL
ORDER BY p.extension, p.part;
