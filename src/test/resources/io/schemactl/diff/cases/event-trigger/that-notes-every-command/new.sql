CREATE TABLE notes (tag text);
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.notes VALUES (tg_tag); END $$;
CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f();
CREATE TABLE t (a bigint);
