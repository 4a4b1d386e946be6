CREATE TABLE t (v tsvector);
CREATE INDEX g ON t USING gist (v tsvector_ops (siglen = 200));
