-- roles: case_owner
CREATE TABLE t (a serial PRIMARY KEY, b text);
ALTER TABLE t OWNER TO case_owner;
