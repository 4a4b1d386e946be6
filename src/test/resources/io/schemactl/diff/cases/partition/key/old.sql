CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);
