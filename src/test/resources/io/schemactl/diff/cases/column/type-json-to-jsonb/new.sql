CREATE TABLE t (a jsonb DEFAULT '{}', b jsonb);
CREATE INDEX t_a ON t USING gin (a);
