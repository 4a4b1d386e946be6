CREATE TABLE "Order Items" ("Id" int PRIMARY KEY, "Unit Price" numeric, "say ""hi""" text);
