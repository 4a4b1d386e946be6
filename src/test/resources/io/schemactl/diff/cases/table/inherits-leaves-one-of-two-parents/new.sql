-- unmigratable-back: cannot become one that is only inherited
CREATE TABLE a (id bigint, x bigint, CONSTRAINT ck CHECK (x > 0));
CREATE TABLE b (id int, y bigint, CONSTRAINT ckb CHECK (y > 0));
CREATE TABLE c (y bigint, z int) INHERITS (a);
CREATE INDEX ON c (x);
