-- equal: yes
CREATE TABLE t (a int PRIMARY KEY, b text DEFAULT 'x'::text);
CREATE VIEW v AS SELECT a, b FROM t WHERE (a > 1);
CREATE INDEX i ON t ((lower(b)));
