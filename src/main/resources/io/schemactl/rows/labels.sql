-- A row is a label of an enum type.
SELECT e.enumtypid::bigint AS type, e.enumlabel AS label
  FROM pg_catalog.pg_enum e
 ORDER BY e.enumtypid, e.enumsortorder
