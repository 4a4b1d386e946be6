CREATE TABLE event (id int, region text, size bigint) PARTITION BY LIST (region);
CREATE TABLE north PARTITION OF event FOR VALUES IN ('north');
