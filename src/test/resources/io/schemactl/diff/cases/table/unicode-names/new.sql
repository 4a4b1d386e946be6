CREATE TABLE größe (straße text NOT NULL DEFAULT 'Hauptstraße', 名前 text, "emoji 😀" int);
CREATE INDEX größe_名前 ON größe (名前);
CREATE SCHEMA "ünïcode";
CREATE TABLE "ünïcode"."таблица" ("столбец" int PRIMARY KEY);
COMMENT ON TABLE "ünïcode"."таблица" IS 'Кириллица';
