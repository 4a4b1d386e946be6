-- roles: app_reader, app_writer
CREATE TABLE t (id int PRIMARY KEY, amount int, name varchar(10));
CREATE VIEW v1 AS SELECT id, amount, name FROM t;
CREATE VIEW v2 AS SELECT id, amount * 2 AS twice, name FROM v1 WHERE amount > 0;
CREATE VIEW v3 AS SELECT v2.twice, v1.name, v2.id FROM v2 JOIN v1 USING (id);
COMMENT ON VIEW v3 IS 'third';
COMMENT ON COLUMN v2.twice IS 'doubled';
GRANT SELECT ON v2 TO app_reader;
GRANT SELECT (name) ON v3 TO app_writer;
ALTER VIEW v3 OWNER TO app_writer;
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER v2_put INSTEAD OF INSERT ON v2 FOR EACH ROW EXECUTE FUNCTION put();
COMMENT ON TRIGGER v2_put ON v2 IS 'puts';
CREATE RULE v3_nothing AS ON DELETE TO v3 DO INSTEAD NOTHING;
ALTER VIEW v1 ALTER amount SET DEFAULT 0;
