CREATE TABLE event (id int NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
CREATE UNIQUE INDEX by_region ON ONLY event (region, id);
ALTER TABLE event_north ADD CONSTRAINT event_north_pkey PRIMARY KEY (region, id);
ALTER INDEX by_region ATTACH PARTITION event_north_pkey;
