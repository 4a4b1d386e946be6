-- equal: yes
CREATE TABLE t (a integer, b text);
CREATE INDEX one ON t (a) WITH (fillfactor = 50, deduplicate_items = off);
CREATE INDEX other ON t (lower(b), (a + 1)) INCLUDE (a) WITH (deduplicate_items = off, fillfactor = 60) WHERE (b <> 'x WITH (z=1, a=2)');
