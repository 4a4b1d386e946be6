CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = public SET timezone = 'UTC' AS $$ SELECT 1 $$;
