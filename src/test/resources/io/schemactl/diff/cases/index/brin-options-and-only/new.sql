CREATE TABLE t (a int, b tsvector);
CREATE INDEX i ON t USING brin (a int4_minmax_multi_ops (values_per_range = 16)) WITH (pages_per_range = 4, autosummarize);
CREATE INDEX j ON t USING gin (b) WITH (fastupdate = off, gin_pending_list_limit = 64);
CREATE INDEX k ON t (a) WITH (deduplicate_items = off);
ALTER INDEX k SET (fillfactor = 40);
