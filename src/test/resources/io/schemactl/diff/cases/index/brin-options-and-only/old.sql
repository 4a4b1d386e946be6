CREATE TABLE t (a int, b tsvector);
CREATE INDEX i ON t USING brin (a);
CREATE INDEX j ON t USING gin (b);
