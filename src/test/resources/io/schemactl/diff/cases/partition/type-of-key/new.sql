-- unmigratable: does not change the type of a column of the partition key
-- unmigratable-back: does not change the type of a column of the partition key
CREATE TABLE p (id integer, c varchar(10)) PARTITION BY LIST (id);
CREATE TABLE p_one PARTITION OF p FOR VALUES IN (1) PARTITION BY RANGE (lower(c));
