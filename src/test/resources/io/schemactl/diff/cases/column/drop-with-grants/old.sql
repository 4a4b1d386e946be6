CREATE TABLE t (id int, a text, b text);
GRANT SELECT (a), INSERT (b) ON t TO PUBLIC;
