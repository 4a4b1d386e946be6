CREATE SCHEMA archive;
CREATE TABLE letters (id int PRIMARY KEY, body text);
CREATE INDEX letters_body ON letters (body);
