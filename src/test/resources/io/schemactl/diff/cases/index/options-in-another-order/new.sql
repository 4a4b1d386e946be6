CREATE TABLE t (a integer, b text);
CREATE INDEX one ON t (a) WITH (deduplicate_items = off, fillfactor = 50);
CREATE INDEX other ON t (lower(b), (a + 1)) INCLUDE (a) WITH (fillfactor = 60, deduplicate_items = off) WHERE (b <> 'x WITH (z=1, a=2)');
