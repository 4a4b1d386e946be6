CREATE TABLE p (a int NOT NULL, b text) PARTITION BY RANGE (a);
CREATE TABLE p1 (a int NOT NULL, b text);
