CREATE TABLE leaf (a int, b int);
