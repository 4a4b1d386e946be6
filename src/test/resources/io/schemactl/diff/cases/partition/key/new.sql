-- unmigratable: partition
-- unmigratable-back: partition
CREATE TABLE p (a int, b int) PARTITION BY RANGE (b);
