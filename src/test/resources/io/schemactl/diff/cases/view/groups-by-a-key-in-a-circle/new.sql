CREATE SCHEMA s;
CREATE TABLE t (id int PRIMARY KEY, name text);
CREATE VIEW v AS SELECT id, name, count(*) AS n FROM t GROUP BY id;
CREATE FUNCTION fits(v) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1.n > 0 $$;
ALTER TABLE t ADD CONSTRAINT c CHECK (fits(ROW(id, name, 1)::v));
