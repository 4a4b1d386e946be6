-- roles: app_reader, case_owner
CREATE SCHEMA s;
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
CREATE AGGREGATE star(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
CREATE AGGREGATE moved(int) (SFUNC = int4pl, STYPE = int, INITCOND = '7');
