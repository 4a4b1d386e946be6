CREATE TABLE t (status text, CONSTRAINT valid CHECK (status IN ('new', 'done')));
