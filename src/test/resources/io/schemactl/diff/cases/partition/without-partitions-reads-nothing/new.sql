CREATE TABLE p (id integer, c text NOT NULL, d varchar(10) CONSTRAINT short CHECK (d <> 'no')) PARTITION BY LIST (id);
CREATE TABLE p_sub PARTITION OF p FOR VALUES IN (7) PARTITION BY LIST (c);
CREATE INDEX p_c ON p (c);
CREATE TABLE r (id integer, c text, d text NOT NULL) PARTITION BY LIST (id);
