CREATE TYPE state AS ENUM ('new', 'done');
CREATE TYPE pair AS (a state, b int);
CREATE TABLE t (id int, p pair);
