CREATE TABLE t (body text);
