CREATE TABLE event (id int, region text) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
ALTER TABLE event ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
CREATE TABLE event_south PARTITION OF event FOR VALUES IN ('south');
CREATE TABLE parent (id int);
ALTER TABLE parent ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
CREATE TABLE child () INHERITS (parent);
