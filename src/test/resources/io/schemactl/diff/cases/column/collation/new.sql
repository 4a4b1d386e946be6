CREATE TABLE t (a text COLLATE "POSIX", b text);
CREATE INDEX t_a ON t (a);
