CREATE TABLE event (id int NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
CREATE TABLE event_south PARTITION OF event FOR VALUES IN ('south');
CREATE UNIQUE INDEX by_region ON ONLY event (region, id);
ALTER TABLE event_north ADD CONSTRAINT event_north_pkey PRIMARY KEY (region, id);
ALTER INDEX by_region ATTACH PARTITION event_north_pkey;
CREATE UNIQUE INDEX south_own ON event_south (region, id);
ALTER INDEX by_region ATTACH PARTITION south_own;
