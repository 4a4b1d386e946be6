CREATE TABLE t (id int, b text);
GRANT INSERT (b) ON t TO PUBLIC;
