-- equal: yes
CREATE TABLE t (id int, b text);
CREATE FUNCTION f(x text) RETURNS TABLE (i int, t text) BEGIN ATOMIC SELECT id, 'x' FROM t; SELECT 1, $1; SELECT -1, (SELECT 'z'); END;
CREATE VIEW v AS SELECT id FROM t WHERE EXISTS (SELECT 'x' FROM t t2 WHERE t2.id = t.id);
