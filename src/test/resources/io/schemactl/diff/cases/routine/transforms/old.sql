CREATE FUNCTION from_sql(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'prsd_headline';
CREATE TRANSFORM FOR bytea LANGUAGE plpgsql (FROM SQL WITH FUNCTION from_sql(internal));
CREATE TRANSFORM FOR point LANGUAGE plpgsql (FROM SQL WITH FUNCTION from_sql(internal));
CREATE FUNCTION f(a bytea) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
CREATE PROCEDURE p(a bytea) LANGUAGE plpgsql AS $$ BEGIN END $$;
