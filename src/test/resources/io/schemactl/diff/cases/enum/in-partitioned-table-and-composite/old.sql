CREATE TYPE mood AS ENUM ('a', 'b', 'c');
CREATE TYPE pair AS (m mood, n int);
CREATE TABLE p (m mood, n int) PARTITION BY LIST (n);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
