CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW m AS SELECT a, sum(b) AS total FROM t GROUP BY a;
CREATE UNIQUE INDEX m_a ON m (a);
CREATE INDEX m_total ON m (total DESC);
