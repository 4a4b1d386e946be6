CREATE TABLE t (seen timestamptz, note text, code int, CONSTRAINT code_key UNIQUE (code) WITH (deduplicate_items = off, fillfactor = 50));
CREATE INDEX t_seen ON t USING brin (seen) WITH (pages_per_range = 16, autosummarize);
CREATE INDEX t_note ON t (note) WITH (fillfactor = 60, deduplicate_items = off);
