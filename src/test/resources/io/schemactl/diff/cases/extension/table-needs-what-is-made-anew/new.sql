-- unmigratable: routine public.xf(integer) must go first, but extension hstore needs it: INDEX ix ON public.et
-- unmigratable-back: routine public.xf(integer, integer) must go first, but extension hstore needs it: INDEX ix ON public.et
CREATE EXTENSION hstore;
CREATE TABLE et (id integer PRIMARY KEY, a integer);
ALTER EXTENSION hstore ADD TABLE et;
CREATE FUNCTION xf(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE INDEX ix ON et (xf(a));
CREATE INDEX iy ON et (a) WHERE id > 0;
