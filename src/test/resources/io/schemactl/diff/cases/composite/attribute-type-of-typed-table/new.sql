CREATE TYPE c AS (a bigint, b varchar(7), d text COLLATE "C");
CREATE TABLE t OF c (b DEFAULT 'x');
