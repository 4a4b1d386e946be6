CREATE TABLE t (id uuid, name text);
