-- since: 15
CREATE TABLE t (a int PRIMARY KEY, b int);
CREATE PUBLICATION p FOR TABLE t WHERE (b > 5) WITH (publish = 'insert');
