-- unmigratable-back: may not fit
CREATE TABLE t (id bigint PRIMARY KEY, a text NOT NULL DEFAULT '', b numeric(8,2) DEFAULT 3.5, c varchar(30), fresh jsonb NOT NULL DEFAULT '{}');
COMMENT ON COLUMN t.b IS 'price';
