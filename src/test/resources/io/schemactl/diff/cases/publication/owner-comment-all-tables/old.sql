-- roles: case_owner
CREATE TABLE t (a int);
CREATE PUBLICATION p FOR ALL TABLES;
CREATE PUBLICATION q WITH (publish = 'truncate');
