-- equal: yes
CREATE TABLE t (a text DEFAULT 'x', b int DEFAULT 1, c boolean DEFAULT 't');
