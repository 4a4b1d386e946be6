-- roles: app_reader
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
COMMENT ON TYPE mood IS 'moods';
CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'sad', ms mood[] DEFAULT '{sad,happy}', CONSTRAINT c CHECK (m <> 'sad'));
CREATE INDEX t_m ON t (m) WHERE m = 'happy';
CREATE VIEW v AS SELECT id, m FROM t WHERE m > 'sad';
GRANT SELECT ON v TO app_reader;
CREATE FUNCTION f(x mood DEFAULT 'sad') RETURNS mood LANGUAGE sql AS $$ SELECT x $$;
CREATE FUNCTION g() RETURNS SETOF mood LANGUAGE sql AS $$ SELECT 'happy'::public.mood $$;
CREATE POLICY p ON t USING (m = 'happy');
