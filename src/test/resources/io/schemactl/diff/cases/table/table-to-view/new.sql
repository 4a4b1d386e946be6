CREATE TABLE base (a int, b text);
CREATE VIEW t AS SELECT a, b FROM base;
