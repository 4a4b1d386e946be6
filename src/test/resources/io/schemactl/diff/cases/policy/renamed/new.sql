CREATE TABLE t (a int);
CREATE POLICY after ON t USING (a > 7);
