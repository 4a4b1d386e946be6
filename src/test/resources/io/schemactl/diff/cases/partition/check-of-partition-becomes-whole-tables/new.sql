CREATE TABLE event (id int, region text, CONSTRAINT positive CHECK (id > 0)) PARTITION BY LIST (region);
CREATE TABLE north PARTITION OF event FOR VALUES IN ('north');
CREATE TABLE south PARTITION OF event FOR VALUES IN ('south');
