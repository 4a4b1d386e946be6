CREATE TABLE person (id int PRIMARY KEY);
CREATE TABLE visit (
  id int REFERENCES person, place text, note text, day date, CONSTRAINT large CHECK (id > 0)
) PARTITION BY LIST (place);
CREATE TABLE visit_a (id bigint, place text, CONSTRAINT small CHECK (id < 90));
CREATE TABLE visit_b PARTITION OF visit FOR VALUES IN ('b');
