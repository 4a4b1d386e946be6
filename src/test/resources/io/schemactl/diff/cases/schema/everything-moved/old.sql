CREATE SCHEMA before;
CREATE TYPE before.mood AS ENUM ('a', 'b');
CREATE TABLE before.t (id int PRIMARY KEY, m before.mood);
CREATE VIEW before.v AS SELECT id FROM before.t;
