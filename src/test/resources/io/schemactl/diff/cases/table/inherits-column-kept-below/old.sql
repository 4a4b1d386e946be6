CREATE TABLE parent (id int, note text, size int);
CREATE TABLE child (x int) INHERITS (parent);
CREATE TABLE grandchild (y int) INHERITS (child);
CREATE TABLE other () INHERITS (parent);
