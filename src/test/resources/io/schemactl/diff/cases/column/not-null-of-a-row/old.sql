CREATE TYPE pair AS (a int, b int);
CREATE DOMAIN checked_pair AS pair CHECK ((VALUE).a > 0);
CREATE TABLE other (a int);
CREATE TABLE t (id int, p pair, q checked_pair, r other);
ALTER TABLE t ADD CHECK (p IS NOT NULL OR id > 0);
