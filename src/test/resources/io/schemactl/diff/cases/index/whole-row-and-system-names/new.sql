CREATE TABLE "T" ("a.b" int, "c""d" text);
CREATE INDEX "T_idx" ON "T" ("a.b", ("c""d" || 'x'));
CREATE UNIQUE INDEX "select" ON "T" ("c""d") WHERE "a.b" > 0;
