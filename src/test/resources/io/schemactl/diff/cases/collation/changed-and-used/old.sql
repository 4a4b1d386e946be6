CREATE COLLATION c (PROVIDER = icu, LOCALE = 'de');
CREATE TABLE t (id int, a text COLLATE c);
CREATE INDEX t_a ON t (a);
