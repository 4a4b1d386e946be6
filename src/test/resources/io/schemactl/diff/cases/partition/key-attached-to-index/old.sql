CREATE TABLE event (id int NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event FOR VALUES IN ('north');
CREATE TABLE event_south PARTITION OF event FOR VALUES IN ('south');
