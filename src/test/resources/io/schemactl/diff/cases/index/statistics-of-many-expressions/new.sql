CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a, (a + b), lower(b::text));
ALTER INDEX i ALTER COLUMN 3 SET STATISTICS 6;
