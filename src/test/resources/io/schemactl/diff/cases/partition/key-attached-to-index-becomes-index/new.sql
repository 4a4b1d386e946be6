CREATE TABLE event (id int NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
CREATE UNIQUE INDEX by_region ON event (region, id);
