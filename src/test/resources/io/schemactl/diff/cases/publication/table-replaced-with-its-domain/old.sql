CREATE DOMAIN size AS int DEFAULT 1;
CREATE TABLE old_one (id int PRIMARY KEY, a size, b text);
CREATE PUBLICATION p FOR TABLE old_one WITH (publish = 'insert');
