CREATE TABLE house (id int, zone serial, place varchar(40), gate text, CHECK (zone > 0)) PARTITION BY LIST (place);
CREATE UNIQUE INDEX house_gate ON house (place, gate);
CREATE TABLE road (id int, place varchar(40), gate text) PARTITION BY LIST (place);
CREATE UNIQUE INDEX road_gate ON road (place, gate);
ALTER TABLE road ADD CONSTRAINT road_house FOREIGN KEY (place, gate) REFERENCES house (place, gate);
ALTER TABLE house ADD CONSTRAINT house_road FOREIGN KEY (place, gate) REFERENCES road (place, gate);
