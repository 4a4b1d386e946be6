-- unmigratable-back: order of its attributes
CREATE TYPE c AS (a int, d int, e text);
CREATE TABLE t OF c (a PRIMARY KEY, d DEFAULT 5, e DEFAULT 'x');
CREATE VIEW v AS SELECT a FROM t;
