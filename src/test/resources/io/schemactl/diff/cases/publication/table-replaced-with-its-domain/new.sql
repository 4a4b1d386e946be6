CREATE DOMAIN size AS bigint DEFAULT 1;
CREATE TABLE other (key uuid PRIMARY KEY, c size, d date, e date);
CREATE PUBLICATION p FOR TABLE other WITH (publish = 'insert');
