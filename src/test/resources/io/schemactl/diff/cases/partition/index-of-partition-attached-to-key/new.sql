CREATE TABLE house (id int NOT NULL, place varchar(40) NOT NULL) PARTITION BY LIST (place);
CREATE TABLE house_a PARTITION OF house FOR VALUES IN ('a');
ALTER TABLE ONLY house ADD CONSTRAINT house_key PRIMARY KEY (place, id);
CREATE UNIQUE INDEX house_a_pkey ON house_a (place, id);
ALTER TABLE house_a ADD CONSTRAINT house_a_pkey PRIMARY KEY USING INDEX house_a_pkey;
ALTER INDEX house_key ATTACH PARTITION house_a_pkey;

CREATE TABLE yard (id int NOT NULL, place varchar(40) NOT NULL) PARTITION BY LIST (place);
CREATE TABLE yard_a PARTITION OF yard FOR VALUES IN ('a');
ALTER TABLE ONLY yard ADD CONSTRAINT yard_key UNIQUE (place, id);
CREATE UNIQUE INDEX yard_a_key ON yard_a (place, id);
ALTER TABLE yard_a ADD CONSTRAINT yard_a_key UNIQUE USING INDEX yard_a_key;
ALTER INDEX yard_key ATTACH PARTITION yard_a_key;
