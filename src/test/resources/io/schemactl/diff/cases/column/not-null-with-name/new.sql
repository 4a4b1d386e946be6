-- since: 18
CREATE TABLE t (a int CONSTRAINT a_is_there NOT NULL, b int NOT NULL);
