CREATE EXTENSION ltree;
CREATE TABLE t (id int, path ltree);
CREATE INDEX t_path ON t USING gist (path);
CREATE VIEW v AS SELECT id, nlevel(path) AS depth FROM t;
