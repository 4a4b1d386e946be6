-- roles: app_reader
CREATE TABLE p (a int, b text) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
GRANT SELECT ON p1 TO app_reader;
