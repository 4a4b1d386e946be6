CREATE TABLE t (a int, b text);
CREATE TABLE u (a int, b text);
CREATE VIEW gone AS SELECT a FROM t WHERE EXISTS (SELECT 'x' FROM u WHERE u.a = t.a);
