CREATE TABLE parent (a int, b text DEFAULT 'q');
CREATE TABLE child () INHERITS (parent);
