-- One row for each subscription, without its connection string, which may hold a password.
SELECT s.subname AS name,
       s.subpublications AS publications,
       s.subslotname AS "slotName",
       NOT s.subenabled AS disabled,
       s.subbinary AS binary,
       CASE WHEN s.substream THEN 'ON' ELSE 'OFF' END AS streaming,
       false AS "twoPhase",
       'any' AS origin,
       false AS failover,
       s.subsynccommit AS "synchronousCommit",
       false AS "disableOnError",
       false AS "runAsOwner",
       false AS "passwordOptional",
       pg_catalog.pg_get_userbyid(s.subowner) AS owner,
       'pg_catalog.pg_subscription'::pg_catalog.regclass::pg_catalog.oid AS classid,
       s.oid AS objid
FROM pg_catalog.pg_subscription s
WHERE s.subdbid = (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = pg_catalog.current_database())
ORDER BY s.subname;
