CREATE TABLE t (a json DEFAULT '{}', b text);
