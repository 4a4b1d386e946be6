CREATE AGGREGATE gone(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
