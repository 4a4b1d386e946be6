CREATE TABLE t (a text, d jsonb);
CREATE INDEX i ON t (lower(a));
