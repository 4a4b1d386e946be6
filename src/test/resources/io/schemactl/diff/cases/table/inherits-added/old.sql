CREATE TABLE parent (a int, b text);
CREATE TABLE child (a int, b text, c int);
