-- One row for each dependency of something that did not come with the server: what, on what, and of which sort.
SELECT d.classid,
       d.objid,
       d.objsubid,
       d.refclassid,
       d.refobjid,
       d.refobjsubid,
       d.deptype AS type
FROM pg_catalog.pg_depend d
WHERE d.objid >= 16384
ORDER BY d.classid, d.objid, d.objsubid;
