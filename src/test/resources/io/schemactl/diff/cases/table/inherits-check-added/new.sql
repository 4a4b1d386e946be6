CREATE TABLE parent (a int, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE child (b int) INHERITS (parent);
