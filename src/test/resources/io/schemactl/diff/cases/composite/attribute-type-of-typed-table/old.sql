CREATE TYPE c AS (a int, b varchar(5), d text);
CREATE TABLE t OF c (b DEFAULT 'x');
