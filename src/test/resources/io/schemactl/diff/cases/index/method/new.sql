CREATE TABLE t (a int, j jsonb, p point, x text);
CREATE INDEX i1 ON t USING brin (a) WITH (pages_per_range = 32);
CREATE INDEX i2 ON t USING hash (x);
CREATE INDEX i3 ON t USING gin (j jsonb_path_ops);
CREATE INDEX i4 ON t USING gist (p);
CREATE INDEX i5 ON t USING spgist (p);
