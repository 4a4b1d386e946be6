CREATE TYPE mood AS ENUM ('c', 'a', 'b');
CREATE TABLE t (m mood);
CREATE INDEX t_m ON t (m);
