-- unmigratable: partition
-- unmigratable-back: partition
CREATE TABLE t (a int NOT NULL, b date NOT NULL) PARTITION BY RANGE (b);
