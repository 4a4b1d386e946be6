CREATE FUNCTION f(a int, OUT b int, OUT c text, OUT d date) LANGUAGE sql AS $$ SELECT a, 'x', now()::date $$;
