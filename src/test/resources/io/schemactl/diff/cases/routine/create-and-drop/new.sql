CREATE FUNCTION fresh(a int, b text DEFAULT 'x', VARIADIC c int[] DEFAULT '{}') RETURNS text LANGUAGE plpgsql AS $body$
BEGIN
  RETURN $$quoted$$ || b;
END
$body$;
COMMENT ON FUNCTION fresh(int, text, int[]) IS 'fresh';
