CREATE TABLE parent (a int, b bigint);
CREATE TABLE child (c int) INHERITS (parent);
