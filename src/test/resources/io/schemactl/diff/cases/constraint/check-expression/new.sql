CREATE TABLE t (status text, CONSTRAINT valid CHECK (status IN ('new', 'open', 'done')));
