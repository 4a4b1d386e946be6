CREATE TABLE t (seen timestamptz, note text, code int, CONSTRAINT code_key UNIQUE (code) WITH (fillfactor = 50, deduplicate_items = off));
CREATE INDEX t_seen ON t USING brin (seen) WITH (pages_per_range = 8);
CREATE INDEX t_note ON t (note) WITH (fillfactor = 50);
