CREATE TABLE tag ("Id" int, code text NOT NULL PRIMARY KEY);
