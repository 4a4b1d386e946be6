-- A row is a check of a domain.
SELECT c.contypid::bigint AS type, pg_catalog.pg_get_expr(c.conbin, 0) AS expression
  FROM pg_catalog.pg_constraint c
 WHERE c.contypid <> 0 AND c.contype = 'c'
 ORDER BY c.contypid, c.conname
