-- unmigratable-back: detach
CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE TABLE p (a int);
