CREATE TYPE phase AS ENUM ('new', 'done', 'lost');
CREATE DOMAIN stage AS phase DEFAULT 'lost' CHECK (VALUE <> 'done');
CREATE TABLE t (a int, b stage);
