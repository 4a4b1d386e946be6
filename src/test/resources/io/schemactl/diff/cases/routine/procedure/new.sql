CREATE PROCEDURE p(a int, INOUT b text) LANGUAGE plpgsql AS $$ BEGIN b := a::text; END $$;
COMMENT ON PROCEDURE p(int, text) IS 'procedure';
