CREATE TABLE "user" ("table" int PRIMARY KEY, "order" text);
