-- equal: yes
CREATE TABLE t (a int, b text, CONSTRAINT c CHECK ((a > 0) AND (b <> ''::text)), CONSTRAINT d CHECK (b = ANY (ARRAY['x', 'y'])));
