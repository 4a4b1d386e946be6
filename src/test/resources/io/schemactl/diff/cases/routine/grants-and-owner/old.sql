-- roles: app_reader, case_owner
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
GRANT EXECUTE ON FUNCTION f(int) TO app_reader;
