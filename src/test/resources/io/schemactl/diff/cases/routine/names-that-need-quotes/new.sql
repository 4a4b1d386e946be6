CREATE FUNCTION "My Function"("an arg" int, "select" text DEFAULT 'it''s') RETURNS TABLE ("out put" int) LANGUAGE sql AS $$ SELECT "an arg" $$;
CREATE PROCEDURE "do"() LANGUAGE sql AS $$ SELECT 1 $$;
