-- One row for each subscription (PostgreSQL 17 and newer), without its connection string, which may hold a password.
SELECT s.subname AS name,
       s.subpublications AS publications,
       s.subslotname AS "slotName",
       NOT s.subenabled AS disabled,
       s.subbinary AS binary,
       CASE s.substream WHEN 't' THEN 'ON' WHEN 'p' THEN 'PARALLEL' ELSE 'OFF' END AS streaming,
       s.subtwophasestate <> 'd' AS "twoPhase",
       s.suborigin AS origin,
       s.subfailover AS failover,
       s.subsynccommit AS "synchronousCommit",
       s.subdisableonerr AS "disableOnError",
       s.subrunasowner AS "runAsOwner",
       NOT s.subpasswordrequired AS "passwordOptional",
       pg_catalog.pg_get_userbyid(s.subowner) AS owner,
       'pg_catalog.pg_subscription'::pg_catalog.regclass::pg_catalog.oid AS classid,
       s.oid AS objid
FROM pg_catalog.pg_subscription s
WHERE s.subdbid = (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = pg_catalog.current_database())
ORDER BY s.subname;
