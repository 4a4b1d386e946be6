-- equal: yes
CREATE TABLE t (a text DEFAULT ('x')::text, b int DEFAULT (1), c boolean DEFAULT true);
