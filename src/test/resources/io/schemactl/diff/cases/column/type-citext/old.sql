CREATE EXTENSION citext;
CREATE TABLE t (id int, plain text, keyed text UNIQUE, short varchar(10), many text[], folded citext, checked text CHECK (checked <> ''));
