CREATE TABLE t (a int);
CREATE FUNCTION price(a int) RETURNS numeric LANGUAGE sql AS $$ SELECT a::numeric $$;
CREATE VIEW v AS SELECT price(a) AS price FROM t;
CREATE VIEW w AS SELECT price FROM v;
