CREATE SCHEMA "My.Schema";
CREATE TABLE "My.Schema"."T.1" (a bigint, "b.c" text);
CREATE VIEW "My.Schema"."V" AS SELECT "b.c" FROM "My.Schema"."T.1";
