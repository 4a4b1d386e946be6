CREATE TABLE t (a int, b int[], at timestamptz);
CREATE VIEW v AS SELECT t.a, u.n, u.i, row_number() OVER w AS r, sum(t.a) FILTER (WHERE t.a > 0) OVER (PARTITION BY t.at ORDER BY t.a ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s
FROM t, LATERAL unnest(t.b) WITH ORDINALITY u (n, i) WINDOW w AS (ORDER BY t.at DESC);
CREATE VIEW w AS SELECT date_trunc('day', at) AS day, GROUPING(a) AS g, count(*) FROM t GROUP BY ROLLUP (date_trunc('day', at), a) HAVING count(*) > 1 ORDER BY 1 LIMIT 10;
