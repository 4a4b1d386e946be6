-- roles: app_reader, case_owner
CREATE SCHEMA s;
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
ALTER AGGREGATE total(int) OWNER TO case_owner;
COMMENT ON AGGREGATE total(int) IS 'sum';
REVOKE EXECUTE ON FUNCTION total(int) FROM PUBLIC;
CREATE AGGREGATE star(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
COMMENT ON AGGREGATE star(*) IS 'count';
GRANT EXECUTE ON FUNCTION star() TO app_reader;
CREATE AGGREGATE s.moved(int) (SFUNC = int4pl, STYPE = int, INITCOND = '7');
