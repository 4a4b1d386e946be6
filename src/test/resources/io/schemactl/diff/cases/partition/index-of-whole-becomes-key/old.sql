CREATE TABLE house (id int NOT NULL, place varchar(40) NOT NULL) PARTITION BY LIST (place);
CREATE TABLE house_a PARTITION OF house FOR VALUES IN ('a');
CREATE UNIQUE INDEX house_pkey ON ONLY house (place, id);
CREATE UNIQUE INDEX house_a_pkey ON house_a (place, id);
ALTER INDEX house_pkey ATTACH PARTITION house_a_pkey;

CREATE TABLE garden (id int NOT NULL, place varchar(40) NOT NULL) PARTITION BY LIST (place);
CREATE TABLE garden_a PARTITION OF garden FOR VALUES IN ('a');
CREATE UNIQUE INDEX garden_pkey ON garden (place, id);
ALTER TABLE garden_a ADD CONSTRAINT garden_a_pkey PRIMARY KEY USING INDEX garden_a_place_id_idx;

CREATE TABLE yard (id int NOT NULL, place varchar(40) NOT NULL) PARTITION BY LIST (place);
CREATE TABLE yard_a PARTITION OF yard FOR VALUES IN ('a');
CREATE UNIQUE INDEX yard_key ON ONLY yard (place, id);
ALTER TABLE yard_a ADD CONSTRAINT yard_a_place_id_key UNIQUE (place, id);
