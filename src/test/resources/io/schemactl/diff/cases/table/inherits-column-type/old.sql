CREATE TABLE parent (a int, b int);
CREATE TABLE child (c int) INHERITS (parent);
