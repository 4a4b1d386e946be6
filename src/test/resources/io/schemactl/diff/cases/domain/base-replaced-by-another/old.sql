CREATE TYPE state AS ENUM ('new', 'done');
CREATE TYPE phase AS ENUM ('new', 'done', 'lost');
CREATE DOMAIN stage AS state DEFAULT 'new' CHECK (VALUE <> 'done');
CREATE TABLE t (a int, b stage);
