-- unmigratable: may not fit
CREATE TABLE "Order Items" ("Id" int PRIMARY KEY, "Unit Price" numeric(10,2) NOT NULL DEFAULT 0, "say ""hi""" text, "select" int);
CREATE INDEX "Price Index" ON "Order Items" ("Unit Price" DESC);
ALTER TABLE "Order Items" ADD CONSTRAINT "is > 0" CHECK ("Unit Price" >= 0);
COMMENT ON COLUMN "Order Items"."say ""hi""" IS 'it''s';
