CREATE TABLE event (id int, region text) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
ALTER TABLE event ADD CONSTRAINT event_pkey PRIMARY KEY (region, id);
CREATE UNIQUE INDEX event_unique ON event (region, id);
