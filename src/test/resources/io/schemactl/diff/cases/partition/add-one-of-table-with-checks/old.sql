CREATE TABLE event (id int, region text, CONSTRAINT positive CHECK (id > 0)) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
ALTER TABLE event ADD CONSTRAINT named CHECK (region <> '') NOT VALID;
