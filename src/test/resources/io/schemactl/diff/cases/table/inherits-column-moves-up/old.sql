CREATE TABLE parent (id int);
CREATE TABLE first (x int, note text) INHERITS (parent);
CREATE TABLE second (note text) INHERITS (parent);
