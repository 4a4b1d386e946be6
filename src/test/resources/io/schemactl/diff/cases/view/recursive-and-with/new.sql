CREATE TABLE t (id int, parent int);
CREATE VIEW tree AS WITH RECURSIVE r AS (SELECT id, 1 AS depth, ARRAY[id] AS path FROM t WHERE parent IS NULL UNION ALL SELECT t.id, depth + 1, path || t.id FROM t JOIN r ON t.parent = r.id) SELECT * FROM r;
