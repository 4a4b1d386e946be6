-- What PostgreSQL 15 added.
CREATE TABLE newer (a integer, b integer, UNIQUE NULLS NOT DISTINCT (a));
CREATE UNIQUE INDEX newer_b ON newer (b) NULLS NOT DISTINCT;
ALTER TABLE newer ADD FOREIGN KEY (a) REFERENCES newer (a) ON DELETE SET NULL (a);
CREATE VIEW newer_view WITH (security_invoker) AS SELECT a FROM newer;
