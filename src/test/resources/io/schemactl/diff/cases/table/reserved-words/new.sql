CREATE TABLE "user" ("table" bigint PRIMARY KEY, "order" text, "group" text DEFAULT 'select', "user" text, "from" date);
CREATE TABLE "select" ("where" bigint REFERENCES "user" ("table"));
CREATE VIEW "view" AS SELECT "table" AS "end", "order" AS "case" FROM "user";
