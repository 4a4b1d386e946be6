CREATE TYPE pair AS (a text, b int);
CREATE TABLE t (id int, p pair);
