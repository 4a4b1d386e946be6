CREATE OPERATOR ### (LEFTARG = int, RIGHTARG = int, FUNCTION = int4mi);
CREATE TABLE t (a int, CHECK (a ### 1 > 0));
CREATE VIEW v AS SELECT a ### 2 AS x FROM t;
