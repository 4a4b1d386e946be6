CREATE TABLE t (a int);
CREATE POLICY before ON t USING (a > 7);
