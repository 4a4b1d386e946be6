CREATE TABLE event (id int, region text NOT NULL, amount int) PARTITION BY LIST (region);
CREATE TABLE event_north PARTITION OF event (amount NOT NULL) FOR VALUES IN ('north');
CREATE TABLE event_south PARTITION OF event FOR VALUES IN ('south');
