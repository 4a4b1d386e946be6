CREATE SEQUENCE t_numbers;
CREATE TABLE t (a int NOT NULL DEFAULT nextval('t_numbers'), b text);
ALTER SEQUENCE t_numbers OWNED BY t.a;
