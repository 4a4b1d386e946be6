CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = '' SET statement_timeout = '5s' AS $$ SELECT 1 $$;
