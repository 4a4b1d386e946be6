CREATE TABLE t (
  a int, b int, c int, d int,
  g boolean GENERATED ALWAYS AS (((a, b), c) = ((1, 2), 3)) STORED,
  e boolean DEFAULT (((1, 2), 3) IS DISTINCT FROM ((1, 2), 4)),
  CONSTRAINT alike CHECK ((((a, b), c), d) = (((1, 2), 3), 4)),
  CONSTRAINT unlike CHECK (((a, b), (c, d)) <> ((1, 2), (3, 4))),
  CONSTRAINT different CHECK (((a, b), (c, d)) IS DISTINCT FROM ((1, 2), (3, 4))),
  CONSTRAINT same CHECK (a > 0 OR ((a, b), (c, d)) IS NOT DISTINCT FROM ((1, 2), (3, 4))),
  CONSTRAINT listed CHECK (((a, b), c) IN (((1, 2), 3), ((3, 4), 5)) AND ((a, b), c) NOT IN (((1, 2), 4), ((3, 4), 6))),
  CONSTRAINT single CHECK (ROW(ROW(a)) = ROW(ROW(b)) OR ROW(ROW(a)) < ROW(ROW(b)) OR ROW(ROW(a)) IS DISTINCT FROM ROW(ROW(b))),
  CONSTRAINT ordered CHECK (((a, b), c) < ((1, 2), 3) AND (a, b) = ANY (ARRAY[(1, 2), (3, 4)])),
  CONSTRAINT deep CHECK (((a, (b, c)), d) = ((1, (2, 3)), 4) OR (a, (b, c), d) = (1, (length('), (ROW(a, b) = ROW(1, 2))'), 3), 4))
);
CREATE INDEX t_some ON t (a) WHERE ((a, b), c) IS DISTINCT FROM ((1, 2), 3);
CREATE INDEX t_key ON t ((((a, b), (c, d)) IS DISTINCT FROM ((1, 2), (3, 4))));
CREATE POLICY low ON t USING (((a, b), (c, d)) = ((1, 2), (3, 4))) WITH CHECK (((a, b), c) <> ((1, 2), 3));
CREATE VIEW v AS SELECT a, ((a, b), c) = ((1, 2), 3) AS f FROM t WHERE ((a, b), (c, d)) IS DISTINCT FROM ((1, 2), (3, 4));
CREATE FUNCTION is_usual(a int, b int, c int) RETURNS boolean LANGUAGE sql RETURN ((a, b), c) IS DISTINCT FROM ((1, 2), 3);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER note AFTER UPDATE ON t FOR EACH ROW WHEN (((NEW.a, NEW.b), NEW.c) IS DISTINCT FROM ((OLD.a, OLD.b), OLD.c))
  EXECUTE FUNCTION note();
