CREATE SCHEMA whole;
CREATE SCHEMA parts;
CREATE TABLE whole.event (id int, region varchar(255), b text, z bytea) PARTITION BY LIST (region);
CREATE TABLE parts.north PARTITION OF whole.event FOR VALUES IN ('north');
CREATE TABLE parts.south PARTITION OF whole.event (CONSTRAINT "key 2" PRIMARY KEY (region, b)) FOR VALUES IN ('south');
CREATE TABLE parts.west PARTITION OF whole.event (CONSTRAINT "key 3" UNIQUE (region, z)) FOR VALUES IN ('west');
CREATE INDEX by_region ON parts.north (region, id);
