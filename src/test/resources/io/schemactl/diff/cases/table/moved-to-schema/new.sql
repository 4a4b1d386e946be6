CREATE SCHEMA archive;
CREATE TABLE archive.letters (id int PRIMARY KEY, body text);
CREATE INDEX letters_body ON archive.letters (body);
