CREATE TABLE t (a int, b int);
CREATE RECURSIVE VIEW r (n) AS VALUES (2) UNION ALL SELECT n + 1 FROM r WHERE n < 5;
CREATE VIEW v WITH (security_barrier, check_option = local) AS SELECT a FROM t;
ALTER VIEW v ALTER a SET DEFAULT 5;
