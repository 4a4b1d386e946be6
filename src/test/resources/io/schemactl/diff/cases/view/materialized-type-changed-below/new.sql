-- unmigratable-back: may not fit
CREATE TABLE t (id int, amount numeric);
CREATE MATERIALIZED VIEW m AS SELECT id, sum(amount) AS total FROM t GROUP BY id;
CREATE UNIQUE INDEX m_id ON m (id);
CREATE INDEX m_total ON m (total DESC) WHERE total > 0;
COMMENT ON MATERIALIZED VIEW m IS 'totals';
COMMENT ON INDEX m_id IS 'by id';
CREATE STATISTICS m_statistics ON id, total FROM m;
CREATE VIEW over_m AS SELECT total FROM m;
CREATE MATERIALIZED VIEW m2 AS SELECT max(total) AS most FROM over_m WITH NO DATA;
