CREATE TABLE parent (a int, CONSTRAINT positive CHECK (a > 0) NO INHERIT);
CREATE TABLE child (b int) INHERITS (parent);
