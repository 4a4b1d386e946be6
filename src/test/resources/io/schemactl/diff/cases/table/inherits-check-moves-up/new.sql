CREATE TABLE parent (id int, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (x int) INHERITS (parent);
