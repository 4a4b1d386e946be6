CREATE TABLE person (id int PRIMARY KEY);
CREATE TABLE visit (
  id int REFERENCES person, place text, note text,
  CONSTRAINT large CHECK (id > 0), CONSTRAINT small CHECK (id < 100)
) PARTITION BY LIST (place);
CREATE TABLE visit_a PARTITION OF visit FOR VALUES IN ('a');
CREATE TABLE visit_b PARTITION OF visit FOR VALUES IN ('b');
