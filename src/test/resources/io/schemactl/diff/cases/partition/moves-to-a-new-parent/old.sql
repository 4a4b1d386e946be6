CREATE TABLE house (id int, zone int, place varchar(40), gate text, UNIQUE (place, zone)) PARTITION BY LIST (place);
CREATE TABLE house_a PARTITION OF house (PRIMARY KEY (place, gate), UNIQUE (place, id)) FOR VALUES IN ('a');
CREATE UNIQUE INDEX house_place ON house (place);
CREATE INDEX house_a_gate ON house_a (place, gate);
CREATE TABLE road (place varchar(40) REFERENCES house (place), gate text);
