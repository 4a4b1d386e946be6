CREATE TYPE mood AS ENUM ('a', 'b', 'c');
CREATE TABLE t (m mood);
CREATE INDEX t_m ON t (m);
