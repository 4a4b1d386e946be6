CREATE TABLE p (a text, b int);
CREATE TABLE c () INHERITS (p);
