CREATE TABLE p (id integer, c text, d varchar(10)) PARTITION BY LIST (id);
CREATE TABLE p_sub (id integer, c text, d varchar(10)) PARTITION BY LIST (c);
CREATE TABLE r (id integer, c text, d text) PARTITION BY LIST (id);
CREATE TABLE r_sub PARTITION OF r FOR VALUES IN (1) PARTITION BY LIST (c);
CREATE TABLE r_leaf PARTITION OF r_sub FOR VALUES IN ('a');
