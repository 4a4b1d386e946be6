-- a comment; with a semicolon
CREATE TABLE f_one (a text DEFAULT 'a;b');
/* another; comment */
CREATE FUNCTION f_two() RETURNS int LANGUAGE sql AS 'SELECT 1; SELECT 2';
INSERT INTO f_one VALUES ('${from.file}'), ('-- no comment'), (E'it\'s'), ('$1');
