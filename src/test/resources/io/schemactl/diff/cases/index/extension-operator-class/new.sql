CREATE TABLE t (a text);
CREATE EXTENSION pg_trgm;
CREATE INDEX i ON t USING gin (a gin_trgm_ops);
