CREATE TABLE p1 (a int, b text);
