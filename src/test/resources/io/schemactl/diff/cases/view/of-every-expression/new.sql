CREATE TABLE t (a int, b text, d date, ts timestamptz, j jsonb, list int[], f float8);
CREATE VIEW v1 AS SELECT a NOT BETWEEN 1 AND 2 OR a IS NULL AS x, NOT (a = 1 AND b = 'x') AS y, a BETWEEN SYMMETRIC 3
AND 1 AS z, -a AS n, - (-a) AS nn, (a::text) || b || 'x' AS c, (a + 1) * 2 - 3 % 4 AS ar, a <> ALL (list) AS al, b
!~~* 'x%' AS il, j -> 'a' ->> 'b' AS jj, list[1:] AS sl, (ARRAY[1,2])[1] AS ai, CAST(ROW(a, b) AS text) AS r, CAST(b
AS varchar(3)) AS cv, (date '2020-01-01' + 1) AS dd, interval '1 day' AS iv, ts AT TIME ZONE 'UTC' AS tz, extract(year
from ts) AS ye, overlay(b placing 'x' from 2 for 1) AS ov, substring(b similar 'a#"b#"c' escape '#') AS ss,
trim(leading 'x' from b) AS tl, (b IS NORMALIZED) AS nm, normalize(b) AS no, xmlelement(name foo, xmlattributes(a AS
x), b) AS xe, grouping(a) AS gr, count(*) FILTER (WHERE a > 1) AS cf, string_agg(b, ',' ORDER BY a DESC) AS sa,
percentile_cont(0.5) WITHIN GROUP (ORDER BY f) AS pc, a IS NOT DISTINCT FROM 1 AS nd, (b COLLATE "C") < 'x' AS co,
CASE a WHEN 1 THEN 'x' WHEN 2 THEN 'y' END AS cs, coalesce(a, 1, 2) AS cl, nullif(a, 2) AS nf, least(a, 1) AS le,
EXISTS (SELECT 1 FROM t t2 WHERE t2.a = t.a) AS ex, a IN (SELECT 1) AS isq, a = ANY (SELECT 2) AS an, (SELECT
max(t3.a) FROM t t3) AS su, ARRAY(SELECT 1 UNION SELECT 2) AS au, CURRENT_TIMESTAMP(3) AS cts, f = 'NaN' AS na, 1e10
AS e1, 0.5 AS ze, CAST('\x41' AS bytea) AS by, B'101' AS bi, U&'\0041' AS uu, E'a\nb' AS ea, true IS UNKNOWN AS un, (a
> 1) IS NOT TRUE AS nt FROM t GROUP BY t.a, t.b, t.d, t.ts, t.j, t.list, t.f;
CREATE VIEW v2 AS SELECT t.a, s.n, o.ordinality FROM t LEFT JOIN generate_series(1, 3) WITH ORDINALITY AS s (n, o1) ON
s.n = t.a CROSS JOIN LATERAL unnest(t.list) WITH ORDINALITY o (v, ordinality);
CREATE VIEW v3 AS SELECT * FROM t NATURAL JOIN t t2;
CREATE VIEW v4 AS SELECT a, b, t2.d FROM t JOIN t t2 USING (a, b) AS jj;
CREATE VIEW v5 AS SELECT * FROM ROWS FROM (generate_series(1,2), generate_series(3,5)) AS r (p, q);
CREATE VIEW v6 AS SELECT * FROM json_to_recordset('[]') AS k (m int, n text);
CREATE VIEW v7 AS SELECT a FROM t TABLESAMPLE BERNOULLI (10) REPEATABLE (3);
CREATE VIEW v8 AS SELECT a FROM ONLY t FOR UPDATE SKIP LOCKED;
CREATE VIEW v9 AS SELECT a, rank() OVER w, sum(f) OVER (w2 RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE
TIES), lag(a, 1) OVER (PARTITION BY b ORDER BY d GROUPS 2 PRECEDING) FROM t WINDOW w AS (PARTITION BY b ORDER BY a
DESC NULLS LAST), w2 AS (ORDER BY d);
CREATE VIEW v10 AS WITH RECURSIVE r (n, p) AS (SELECT 1, 0 UNION ALL SELECT n + 1, n FROM r WHERE n < 5) SEARCH DEPTH
FIRST BY n SET o CYCLE n SET c TO true DEFAULT false USING pa SELECT n, p, c FROM r;
CREATE VIEW v11 AS SELECT a, b, count(*) FROM t GROUP BY GROUPING SETS ((a, b), ROLLUP (a), CUBE (a, b), ()) HAVING
count(*) > 1;
CREATE VIEW v12 AS SELECT DISTINCT ON (b, d) b, d, a FROM t ORDER BY b, d, a USING > OFFSET 3 ROWS FETCH NEXT 5 ROWS
WITH TIES;
CREATE VIEW v13 AS SELECT x.* FROM xmltable('/r' PASSING CAST('<r/>' AS xml) COLUMNS id int PATH '@id', nn FOR
ORDINALITY) x;
