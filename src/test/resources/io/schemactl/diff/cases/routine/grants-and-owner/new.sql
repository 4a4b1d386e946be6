-- roles: app_reader, case_owner
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
REVOKE EXECUTE ON FUNCTION f(int) FROM PUBLIC;
ALTER FUNCTION f(int) OWNER TO case_owner;
