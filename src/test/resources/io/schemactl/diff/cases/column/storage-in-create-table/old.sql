-- since: 16
CREATE TABLE t (a text STORAGE external);
