-- What PostgreSQL 17 adds to extending-changed.sql.
ALTER OPERATOR app.=== (bigint, integer) SET (HASHES, MERGES);
