-- One row for each foreign-data wrapper.
SELECT w.fdwname AS name,
       hn.nspname AS "handlerSchema",
       h.proname AS handler,
       vn.nspname AS "validatorSchema",
       v.proname AS validator,
       w.fdwoptions AS options,
       pg_catalog.pg_get_userbyid(w.fdwowner) AS owner,
       w.tableoid AS classid,
       w.oid AS objid
FROM pg_catalog.pg_foreign_data_wrapper w
LEFT JOIN pg_catalog.pg_proc h ON h.oid = w.fdwhandler
LEFT JOIN pg_catalog.pg_namespace hn ON hn.oid = h.pronamespace
LEFT JOIN pg_catalog.pg_proc v ON v.oid = w.fdwvalidator
LEFT JOIN pg_catalog.pg_namespace vn ON vn.oid = v.pronamespace
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend x
                  WHERE x.classid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass
                    AND x.objid = w.oid AND x.deptype = 'e')
ORDER BY w.fdwname;
