CREATE TABLE t (a text, j jsonb);
CREATE INDEX i ON t (a text_pattern_ops);
CREATE INDEX g ON t USING gin (j jsonb_path_ops);
