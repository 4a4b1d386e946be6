CREATE TABLE t (a jsonb, b jsonb);
