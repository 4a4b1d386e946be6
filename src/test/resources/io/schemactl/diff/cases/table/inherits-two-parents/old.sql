CREATE TABLE p1 (a int);
CREATE TABLE p2 (a int, b int);
CREATE TABLE child (a int, b int) INHERITS (p1);
