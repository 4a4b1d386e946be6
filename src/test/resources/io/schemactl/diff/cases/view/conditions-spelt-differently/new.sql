CREATE TABLE t (a int, b int, CONSTRAINT low CHECK ((b >= 0 AND b <= 10) AND a >= 0));
CREATE INDEX t_low ON t (a) WHERE b >= 0 AND b <= 10 AND a >= 0;
CREATE VIEW v AS SELECT a FROM t WHERE (((b >= 0) AND (b <= 10)) AND (a >= 0));
CREATE POLICY low ON t USING (b >= 0 AND b <= 10 AND a >= 0);
