CREATE TABLE parent (a int NOT NULL CHECK (a > 0), b text DEFAULT 'x');
CREATE TABLE child (c int, b text DEFAULT 'y') INHERITS (parent);
CREATE TABLE grandchild (d int) INHERITS (child);
