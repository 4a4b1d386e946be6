CREATE TABLE t (id int, parent int);
CREATE RECURSIVE VIEW tree (id, depth) AS SELECT id, 1 FROM t WHERE parent IS NULL UNION ALL SELECT t.id, depth + 1 FROM t JOIN tree ON t.parent = tree.id;
