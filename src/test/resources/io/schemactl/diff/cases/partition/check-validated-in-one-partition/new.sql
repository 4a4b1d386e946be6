-- unmigratable-back: NOT VALID
CREATE TABLE event (id int, region text) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
ALTER TABLE event ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
ALTER TABLE event_north VALIDATE CONSTRAINT positive;
