CREATE TABLE "T" ("a.b" int, "c""d" text);
