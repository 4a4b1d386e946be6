CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);
CREATE TABLE t (body text, words tsvector GENERATED ALWAYS AS (to_tsvector('public.c'::regconfig, coalesce(body, ''))) STORED);
CREATE INDEX t_words ON t USING gin (words);
CREATE INDEX t_expression ON t USING gin (to_tsvector('english', body));
