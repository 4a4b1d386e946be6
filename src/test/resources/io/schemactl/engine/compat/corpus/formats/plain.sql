CREATE TABLE plain_file (a int);
INSERT INTO plain_file VALUES (1);
