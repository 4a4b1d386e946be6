-- Something of everything that PostgreSQL 14 has, with names that need care.
DO $$ BEGIN
  CREATE ROLE rich_reader;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
CREATE SCHEMA "Odd.Name";
COMMENT ON SCHEMA "Odd.Name" IS 'a schema: with # signs
and two lines';
CREATE EXTENSION citext SCHEMA public;
CREATE TYPE status AS ENUM ('new', 'it''s, odd', 'Paid: yes', 'null', '"q"', ' padded ');
COMMENT ON TYPE status IS '  leading blanks';
CREATE TYPE "Odd.Name"."Mood" AS ENUM ();
CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CONSTRAINT above_zero CHECK (VALUE > 0) CONSTRAINT "Below" CHECK (VALUE < 1000);
ALTER DOMAIN positive ADD CONSTRAINT unchecked CHECK (VALUE <> 13) NOT VALID;
CREATE TYPE address AS (street text, "Zip Code" varchar(10) COLLATE "C");
CREATE SEQUENCE numbers AS smallint START 5 INCREMENT -2 MINVALUE -100 MAXVALUE 7 CACHE 3 CYCLE;
CREATE TABLE customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email varchar(50) NOT NULL,
  "Weird ""Name""" text COLLATE "C" DEFAULT E'a\\b\nc',
  state status DEFAULT 'it''s, odd',
  amount positive,
  doubled integer GENERATED ALWAYS AS (id::integer * 2) STORED,
  CONSTRAINT customers_email_key UNIQUE (email) INCLUDE (state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "Check it" CHECK (length(email) > 3) NO INHERIT
) WITH (fillfactor = 70, autovacuum_enabled = off);
COMMENT ON TABLE customers IS 'Who buys';
COMMENT ON COLUMN customers.email IS 'yes';
ALTER TABLE customers ALTER email SET STATISTICS 500, ALTER email SET STORAGE EXTERNAL, ALTER email SET (n_distinct = -0.5);
ALTER TABLE customers ADD CONSTRAINT later CHECK (amount < 50) NOT VALID;
GRANT SELECT, INSERT ON customers TO rich_reader WITH GRANT OPTION;
GRANT UPDATE (email) ON customers TO PUBLIC;
CREATE TABLE orders (
  id serial PRIMARY KEY,
  customer_id bigint CONSTRAINT orders_customer REFERENCES customers ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE,
  placed timestamptz DEFAULT now(),
  note text,
  during tstzrange,
  EXCLUDE USING gist (during WITH &&)
);
CREATE INDEX ix_orders_note ON orders (lower(note) COLLATE "C" text_pattern_ops DESC NULLS LAST, placed) INCLUDE (customer_id)
  WITH (fillfactor = 80) WHERE note IS NOT NULL;
CREATE UNIQUE INDEX "Unique" ON orders (customer_id, placed DESC);
COMMENT ON INDEX ix_orders_note IS 'why';
ALTER TABLE orders CLUSTER ON "Unique";
ALTER TABLE orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE orders REPLICA IDENTITY FULL;
CREATE POLICY own ON orders AS RESTRICTIVE FOR UPDATE TO rich_reader USING (customer_id = 1) WITH CHECK (note <> '');
CREATE POLICY everyone ON orders USING (true);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$
BEGIN
  NEW.placed := now();	-- a tab, and trailing blanks   

  RETURN NEW;
END
$body$;
REVOKE EXECUTE ON FUNCTION touch() FROM PUBLIC;
CREATE FUNCTION add(a integer, b integer DEFAULT 2, OUT c integer) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 7.5
  AS 'SELECT a + b';
CREATE FUNCTION atomic(a integer) RETURNS SETOF integer LANGUAGE sql ROWS 5 BEGIN ATOMIC SELECT a; SELECT a + 1; END;
CREATE PROCEDURE "Do It"(INOUT a text) LANGUAGE plpgsql AS '
BEGIN NULL; END';
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
CREATE TRIGGER touch_orders BEFORE INSERT OR UPDATE OF note, placed ON orders FOR EACH ROW WHEN (NEW.note IS NOT NULL)
  EXECUTE FUNCTION touch('a', 'b''c');
ALTER TABLE orders DISABLE TRIGGER touch_orders;
CREATE CONSTRAINT TRIGGER checked AFTER DELETE ON orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();
CREATE RULE no_delete AS ON DELETE TO customers DO INSTEAD NOTHING;
CREATE VIEW "Odd.Name"."My View" WITH (security_barrier) AS SELECT o.id, c.email FROM orders o JOIN customers c ON c.id = o.customer_id;
COMMENT ON COLUMN "Odd.Name"."My View".email IS 'of the customer';
CREATE MATERIALIZED VIEW totals AS SELECT customer_id, count(*) AS n FROM orders GROUP BY 1 WITH NO DATA;
CREATE UNIQUE INDEX totals_key ON totals (customer_id);
CREATE TABLE events (id bigint NOT NULL, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX ON events (at);
CREATE TABLE parent (a integer, b text CHECK (b <> ''));
CREATE TABLE child (c integer) INHERITS (parent);
CREATE UNLOGGED TABLE scratch ();
CREATE TABLE "true" ("1" integer, "null" text, "no" boolean DEFAULT false, "~" integer, "a: b" integer);
CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk', deterministic = false);
CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE FUNCTION same(address, address) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).street = ($2).street';
CREATE OPERATOR === (LEFTARG = address, RIGHTARG = address, FUNCTION = same, COMMUTATOR = ===);
CREATE OPERATOR FAMILY family USING btree;
CREATE OPERATOR CLASS backwards FOR TYPE integer USING btree AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <,
  FUNCTION 1 btint4cmp(integer, integer);
CREATE CAST (address AS text) WITH INOUT AS ASSIGNMENT;
CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION search (COPY = english);
ALTER TEXT SEARCH CONFIGURATION search ALTER MAPPING FOR asciiword WITH plain, english_stem;
CREATE STATISTICS both_columns (ndistinct, dependencies) ON a, b FROM parent;
CREATE FOREIGN DATA WRAPPER nothing OPTIONS (debug 'true');
CREATE SERVER "Far Away" TYPE 'odd' VERSION '1.0' FOREIGN DATA WRAPPER nothing OPTIONS (host 'h');
CREATE USER MAPPING FOR rich_reader SERVER "Far Away" OPTIONS (password 'secret');
CREATE FOREIGN TABLE remote (a integer OPTIONS (column_name 'x')) SERVER "Far Away" OPTIONS (table_name 't');
CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION on_ddl();
ALTER EVENT TRIGGER watch DISABLE;
CREATE PUBLICATION news FOR TABLE orders, parent WITH (publish = 'insert, update');
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO rich_reader;

DO $do$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET "DateStyle" TO ''ISO, DMY''', current_database());
  EXECUTE format('ALTER DATABASE %I SET app.text TO ''a: "b" # c=''', current_database());
  EXECUTE format('ALTER ROLE CURRENT_USER IN DATABASE %I SET search_path TO "O x", public', current_database());
  EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 70', current_database());
  EXECUTE format('COMMENT ON DATABASE %I IS ''the database: "itself"''', current_database());
  EXECUTE format('GRANT CREATE ON DATABASE %I TO pg_monitor', current_database());
END $do$;
