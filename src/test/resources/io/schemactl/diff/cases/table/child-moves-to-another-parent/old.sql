CREATE TABLE a (id integer, c text, only_a integer, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE b (id integer NOT NULL, c text, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (own integer) INHERITS (a);
