CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION sum_of(pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a + ($1).b';
CREATE CAST (pair AS int) WITH FUNCTION sum_of(pair) AS IMPLICIT;
CREATE VIEW sums AS SELECT CAST(ROW(1, 2)::pair AS int) AS by_cast, sum_of(ROW(3, 4)::pair) AS by_call;
CREATE TABLE t (p pair, total int DEFAULT (ROW(5, 6)::pair)::int, CHECK (p::int > 0));
CREATE INDEX ON t ((p::int));
