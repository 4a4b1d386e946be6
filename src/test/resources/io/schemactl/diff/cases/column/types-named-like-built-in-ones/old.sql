CREATE TYPE public.text AS ENUM ('a', 'b');
CREATE TYPE public.jsonb AS (a int, b int);
CREATE DOMAIN public.timestamp AS int;
CREATE FUNCTION public.lower(pg_catalog.text) RETURNS pg_catalog.text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE q (a public.text DEFAULT 'a', b pg_catalog.text DEFAULT pg_catalog.lower('A'), c public.timestamp);
CREATE FUNCTION f(public.text, pg_catalog.text, VARIADIC public.timestamp[]) RETURNS SETOF public.jsonb LANGUAGE sql AS 'SELECT 1, 2';
