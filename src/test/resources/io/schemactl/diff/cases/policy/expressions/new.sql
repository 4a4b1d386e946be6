CREATE TABLE t (a int, who name);
CREATE POLICY p ON t USING (a > 1) WITH CHECK (who = current_user);
CREATE POLICY q ON t FOR INSERT WITH CHECK (a > 5);
