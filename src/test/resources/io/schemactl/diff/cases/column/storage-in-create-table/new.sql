CREATE TABLE t (a text STORAGE default, b text STORAGE plain);
