CREATE TABLE event (id int, region text) PARTITION BY LIST (region);
CREATE TABLE north PARTITION OF event (CONSTRAINT positive CHECK (id > 0)) FOR VALUES IN ('north');
CREATE TABLE south PARTITION OF event FOR VALUES IN ('south');
