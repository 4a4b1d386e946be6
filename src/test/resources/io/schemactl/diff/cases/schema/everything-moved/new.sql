CREATE SCHEMA after;
CREATE TYPE after.mood AS ENUM ('a', 'b');
CREATE TABLE after.t (id int PRIMARY KEY, m after.mood);
CREATE VIEW after.v AS SELECT id FROM after.t;
