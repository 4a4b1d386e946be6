CREATE TABLE t (a text, j jsonb);
CREATE INDEX i ON t (a);
CREATE INDEX g ON t USING gin (j);
