CREATE TRUSTED LANGUAGE fresh HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
COMMENT ON LANGUAGE fresh IS 'like plpgsql';
CREATE FUNCTION f() RETURNS int LANGUAGE fresh AS $$ BEGIN RETURN 1; END $$;
