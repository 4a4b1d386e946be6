CREATE EXTENSION citext;
CREATE TABLE t (id int, plain citext, keyed citext UNIQUE, short citext, many citext[], folded text, checked citext CHECK (checked <> ''));
