CREATE TABLE p (a int NOT NULL, typed bigint, given int DEFAULT 2, enlarged varchar(20), other int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p2 (a int NOT NULL, gone int, typed int, given int DEFAULT 1, enlarged varchar(10), other int,
    CONSTRAINT checked CHECK (other > 0));
CREATE INDEX p2_other_idx ON p2 (other);
CREATE TABLE p3 (a int NOT NULL, typed text, given int DEFAULT 3, enlarged varchar(20), other int);
CREATE TABLE p4 (a int NOT NULL, gone int, typed int, given int DEFAULT 1, enlarged varchar(10), other int,
    CONSTRAINT checked CHECK (other > 0)) PARTITION BY LIST (other);
CREATE INDEX p4_other_idx ON p4 (other);
CREATE TABLE p4a PARTITION OF p4 FOR VALUES IN (1);
