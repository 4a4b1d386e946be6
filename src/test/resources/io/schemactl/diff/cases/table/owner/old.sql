-- roles: case_owner
CREATE TABLE t (a serial PRIMARY KEY, b text);
