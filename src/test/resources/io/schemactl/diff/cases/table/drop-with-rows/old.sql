CREATE TABLE old_things (id int PRIMARY KEY, name text);
CREATE INDEX ON old_things (name);
COMMENT ON TABLE old_things IS 'old';
