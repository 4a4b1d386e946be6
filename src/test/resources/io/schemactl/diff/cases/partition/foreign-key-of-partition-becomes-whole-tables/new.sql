CREATE TABLE kind (id int PRIMARY KEY);
CREATE TABLE event (id int, kind int, region text, CONSTRAINT of_kind FOREIGN KEY (kind) REFERENCES kind) PARTITION BY LIST (region);
CREATE TABLE north PARTITION OF event FOR VALUES IN ('north');
CREATE TABLE south PARTITION OF event FOR VALUES IN ('south');
