CREATE TABLE estate (id int, zone int, place varchar(40), gate text, size int, UNIQUE (place, zone)) PARTITION BY LIST (place);
CREATE TABLE house_a PARTITION OF estate (PRIMARY KEY (place, gate), UNIQUE (place, id)) FOR VALUES IN ('a', 'b');
CREATE UNIQUE INDEX house_place ON estate (place);
CREATE INDEX house_a_gate ON house_a (place, gate);
CREATE TABLE road (place varchar(40) REFERENCES estate (place), gate text);
