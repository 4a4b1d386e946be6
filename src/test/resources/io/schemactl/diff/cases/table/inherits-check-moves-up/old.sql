CREATE TABLE parent (id int);
CREATE TABLE child (x int, CONSTRAINT positive CHECK (id > 0)) INHERITS (parent);
