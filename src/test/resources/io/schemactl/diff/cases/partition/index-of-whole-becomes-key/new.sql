CREATE TABLE house (id int NOT NULL, place varchar(40) NOT NULL) PARTITION BY LIST (place);
CREATE TABLE house_a PARTITION OF house FOR VALUES IN ('a');
ALTER TABLE house ADD CONSTRAINT house_pkey PRIMARY KEY (place, id);

CREATE TABLE garden (id int NOT NULL, place varchar(40) NOT NULL) PARTITION BY LIST (place);
CREATE TABLE garden_a PARTITION OF garden FOR VALUES IN ('a');
ALTER TABLE garden ADD CONSTRAINT garden_pkey PRIMARY KEY (place, id);

CREATE TABLE yard (id int NOT NULL, place varchar(40) NOT NULL) PARTITION BY LIST (place);
CREATE TABLE yard_a PARTITION OF yard FOR VALUES IN ('a');
ALTER TABLE yard ADD CONSTRAINT yard_key UNIQUE (place, id);
