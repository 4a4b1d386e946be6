CREATE TABLE event (id int, region text, size int, note text) PARTITION BY LIST (region);
CREATE TABLE north PARTITION OF event FOR VALUES IN ('north');
CREATE TABLE south PARTITION OF event FOR VALUES IN ('south');
