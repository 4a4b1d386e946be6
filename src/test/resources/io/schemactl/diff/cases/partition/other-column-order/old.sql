CREATE TABLE p (a int, b text, c date) PARTITION BY LIST (a);
CREATE TABLE p1 (c date, a int, b text);
