CREATE FUNCTION time_diff(a time, b time) RETURNS float8 LANGUAGE sql STRICT IMMUTABLE AS $$ SELECT EXTRACT(EPOCH FROM (a - b)) $$;
CREATE TYPE timerange AS RANGE (subtype = time, subtype_diff = time_diff);
CREATE TABLE t (r timerange, EXCLUDE USING gist (r WITH &&));
COMMENT ON TYPE timerange IS 'hours';
