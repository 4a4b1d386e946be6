-- unmigratable-back: detachment
CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE INDEX p_b ON ONLY p (b);
CREATE INDEX own_name ON p1 (b);
ALTER INDEX p_b ATTACH PARTITION own_name;
