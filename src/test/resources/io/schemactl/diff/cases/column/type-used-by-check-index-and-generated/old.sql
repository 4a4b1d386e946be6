CREATE TABLE t (a int CHECK (a > 0), twice int GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX t_expression ON t ((a + 1)) WHERE a > 10;
CREATE STATISTICS t_statistics (dependencies) ON a, twice FROM t;
