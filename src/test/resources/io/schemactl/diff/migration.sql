-- From: old, run on PostgreSQL [version]
-- To:   new, run on PostgreSQL [version]
-- Written by schemactl test, and tried on an empty copy.
-- Run with: psql -X -f THIS_FILE

\set ON_ERROR_STOP on
\encoding UTF8
SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;
SET lock_timeout = '3000ms';

BEGIN;
-- locks public.orders: ACCESS EXCLUSIVE
ALTER TABLE "public"."orders" RENAME TO "purchases";
-- locks public.items: ACCESS EXCLUSIVE
ALTER TABLE "public"."items" RENAME COLUMN "title" TO "name";
COMMIT;

SET lock_timeout = '0ms';
ALTER TYPE "public"."mood" ADD VALUE 'fair' AFTER 'good';
SET lock_timeout = '3000ms';

BEGIN;
-- data loss: public.customers.gone
-- locks public.customers: ACCESS EXCLUSIVE
ALTER TABLE "public"."customers" DROP COLUMN "gone";
-- rewrites public.customers under ACCESS EXCLUSIVE
-- may fail, depending on the rows: public.customers.name
ALTER TABLE "public"."customers" ALTER COLUMN "name" TYPE character varying(80);
-- locks public.customers: ACCESS EXCLUSIVE
ALTER TABLE "public"."customers" ADD CONSTRAINT "schemactl_not_null_name" CHECK ("name" IS NOT NULL) NOT VALID;
COMMIT;

SET lock_timeout = '0ms';
-- reads all rows of public.customers under SHARE UPDATE EXCLUSIVE
-- may fail, depending on the rows: public.customers.name
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "schemactl_not_null_name";
SET lock_timeout = '3000ms';

BEGIN;
-- locks public.customers: ACCESS EXCLUSIVE
ALTER TABLE "public"."customers" ALTER COLUMN "name" SET NOT NULL;
-- locks public.customers: ACCESS EXCLUSIVE
ALTER TABLE "public"."customers" DROP CONSTRAINT "schemactl_not_null_name";
-- locks public.customers: ACCESS EXCLUSIVE
ALTER TABLE ONLY "public"."customers" ALTER COLUMN "mood" SET DEFAULT 'fair'::public.mood;
-- locks public.dear: ACCESS EXCLUSIVE
CREATE OR REPLACE VIEW "public"."dear" ("id", "customer", "note") AS
 SELECT purchases.id,
    purchases.customer,
    purchases.note
   FROM public.purchases
  WHERE (purchases.price > 100);
CREATE FUNCTION "public"."twice"(a integer)
RETURNS integer
LANGUAGE "sql"
AS $$SELECT a * 2$$;
COMMENT ON FUNCTION "public"."twice"(integer) IS 'a:b ''c''';
COMMIT;

SET lock_timeout = '0ms';
-- builds an index on public.items under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY "items_name" ON "public"."items" USING btree (name);
SET lock_timeout = '3000ms';
