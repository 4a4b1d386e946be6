CREATE TABLE event (id int, region text) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
CREATE UNIQUE INDEX event_north_region_id_idx ON event_north (region, id);
