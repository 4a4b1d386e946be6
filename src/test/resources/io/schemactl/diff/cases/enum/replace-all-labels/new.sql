CREATE TYPE mood AS ENUM ('x', 'y', 'z');
CREATE TABLE t (id int, m mood);
