-- equal: yes
CREATE TABLE t (a int, b text, CONSTRAINT c CHECK (a > 0 AND b <> ''), CONSTRAINT d CHECK (b IN ('x', 'y')));
