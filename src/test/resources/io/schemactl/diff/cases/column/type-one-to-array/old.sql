CREATE TYPE mood AS ENUM ('glad', 'very sad');
CREATE TABLE t (a int, b mood, c uuid, d date, e boolean, f smallint);
