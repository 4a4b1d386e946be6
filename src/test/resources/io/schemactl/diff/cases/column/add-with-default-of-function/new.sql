CREATE FUNCTION each_time() RETURNS integer LANGUAGE plpgsql VOLATILE AS $$ BEGIN RETURN 1; END $$;
CREATE FUNCTION once() RETURNS integer LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN 1; END $$;
CREATE FUNCTION "Simple one"() RETURNS integer LANGUAGE sql VOLATILE AS $$ SELECT 1; $$;
CREATE FUNCTION simple_again() RETURNS integer LANGUAGE sql VOLATILE AS $$ SELECT "Simple one"() $$;
CREATE FUNCTION with_settings() RETURNS integer LANGUAGE sql VOLATILE SET work_mem TO '1MB' AS $$ SELECT 1 $$;
CREATE FUNCTION counting() RETURNS bigint LANGUAGE sql VOLATILE AS $$ SELECT count(*) FROM pg_catalog.pg_am $$;
CREATE TABLE t (
  id integer,
  a integer DEFAULT each_time(),
  b integer NOT NULL DEFAULT once(),
  c integer DEFAULT 1 + "Simple one"(),
  d integer DEFAULT with_settings(),
  e bigint DEFAULT counting(),
  f numeric(10,2) DEFAULT random() * 10,
  g timestamptz DEFAULT date_trunc('day', now()),
  h timestamptz DEFAULT clock_timestamp(),
  i text DEFAULT 'random()'
);
CREATE TABLE p (id integer, a integer DEFAULT each_time(), b integer NOT NULL DEFAULT "Simple one"()) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
