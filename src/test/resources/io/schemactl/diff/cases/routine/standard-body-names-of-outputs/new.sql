-- equal: yes
CREATE TABLE t (id int, b text);
CREATE FUNCTION f(x text) RETURNS TABLE (i int, t text) BEGIN ATOMIC SELECT id, 'x'::text FROM t; SELECT 1, x; SELECT '-1'::integer, (SELECT 'z'::text AS text); END;
CREATE VIEW v AS SELECT id FROM t WHERE EXISTS (SELECT 'x'::text FROM t t2 WHERE t2.id = t.id);
