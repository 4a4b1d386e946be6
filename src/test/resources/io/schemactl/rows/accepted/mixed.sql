-- true: SELECT count(*) >= 3 FROM bookings
-- true: SELECT count(*) >= 3 FROM measures
-- true: SELECT count(*) >= 3 FROM people
-- true: SELECT count(*) >= 1 FROM nodes
-- true: SELECT count(*) >= 1 FROM one
CREATE EXTENSION btree_gist;
CREATE TYPE address AS (street text, zip text, number integer);
CREATE DOMAIN tags AS text[] CHECK (cardinality(VALUE) BETWEEN 1 AND 3);
CREATE TABLE people (
    id integer PRIMARY KEY,
    home address NOT NULL CHECK ((home).number > 0 AND length((home).zip) = 5),
    tags tags NOT NULL,
    doc jsonb NOT NULL CHECK (doc ? 'name' AND jsonb_typeof(doc -> 'name') = 'string'),
    initial text NOT NULL,
    name text NOT NULL CHECK (initial = left(name, 1)),
    boss integer NOT NULL REFERENCES people DEFERRABLE INITIALLY DEFERRED);
CREATE UNIQUE INDEX people_name ON people (lower(name), ((home).zip));
CREATE TABLE bookings (
    room integer NOT NULL,
    person integer NOT NULL REFERENCES people,
    during tstzrange NOT NULL CHECK (NOT isempty(during) AND upper(during) - lower(during) > interval '1 minute'),
    starts timestamptz NOT NULL CHECK (starts = lower(during)),
    EXCLUDE USING gist (room WITH =, during WITH &&));
CREATE TABLE measures (
    region text NOT NULL,
    taken date NOT NULL,
    value integer NOT NULL,
    half integer NOT NULL CHECK (value = half * 2),
    PRIMARY KEY (region, taken, value)) PARTITION BY LIST (region);
CREATE TABLE measures_north PARTITION OF measures FOR VALUES IN ('n', 'N') PARTITION BY RANGE (taken);
CREATE TABLE measures_north_old PARTITION OF measures_north FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
CREATE TABLE measures_north_new PARTITION OF measures_north FOR VALUES FROM ('2020-01-01') TO (MAXVALUE);
CREATE TABLE measures_rest PARTITION OF measures DEFAULT PARTITION BY HASH (value);
CREATE TABLE measures_rest_0 PARTITION OF measures_rest FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE measures_rest_1 PARTITION OF measures_rest FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE nodes (
    id integer PRIMARY KEY,
    parent integer NOT NULL REFERENCES nodes,
    weight integer NOT NULL CHECK (weight BETWEEN 1 AND 9));
CREATE TABLE one (id integer PRIMARY KEY, next integer NOT NULL);
CREATE TABLE two (id integer PRIMARY KEY, next integer NOT NULL REFERENCES one);
CREATE TABLE three (id integer PRIMARY KEY, next integer NOT NULL REFERENCES two);
ALTER TABLE one ADD FOREIGN KEY (next) REFERENCES three;
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.weight <> 7 AND NEW.weight <> 8 THEN RAISE 'only heavy ones'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse BEFORE INSERT ON nodes FOR EACH ROW EXECUTE FUNCTION refuse();
