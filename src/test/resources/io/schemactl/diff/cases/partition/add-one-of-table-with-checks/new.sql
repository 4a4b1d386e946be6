CREATE TABLE event (id int, region text, CONSTRAINT positive CHECK (id > 0)) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
ALTER TABLE event ADD CONSTRAINT named CHECK (region <> '') NOT VALID;
ALTER TABLE event ADD CONSTRAINT small CHECK (id < 1000000);
CREATE TABLE event_south PARTITION OF event FOR VALUES IN ('south') PARTITION BY RANGE (id);
CREATE TABLE event_south_1 PARTITION OF event_south FOR VALUES FROM (1) TO (1000);
