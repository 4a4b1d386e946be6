CREATE TABLE t (a int, b int[]);
CREATE INDEX i ON t (a) WITH (deduplicate_items = off);
CREATE INDEX g ON t USING gin (b) WITH (gin_pending_list_limit = 128);
