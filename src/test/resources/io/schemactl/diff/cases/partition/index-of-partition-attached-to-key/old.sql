CREATE TABLE house (id int NOT NULL, place varchar(40) NOT NULL) PARTITION BY LIST (place);
CREATE TABLE house_a PARTITION OF house FOR VALUES IN ('a');
ALTER TABLE ONLY house ADD CONSTRAINT house_key PRIMARY KEY (place, id);
CREATE UNIQUE INDEX house_a_pkey ON house_a (place, id);

CREATE TABLE yard (id int NOT NULL, place varchar(40) NOT NULL) PARTITION BY LIST (place);
CREATE TABLE yard_a PARTITION OF yard FOR VALUES IN ('a');
ALTER TABLE ONLY yard ADD CONSTRAINT yard_key UNIQUE (place, id);
CREATE UNIQUE INDEX yard_a_key ON yard_a (place, id);
