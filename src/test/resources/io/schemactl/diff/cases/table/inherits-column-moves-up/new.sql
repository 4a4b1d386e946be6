-- unmigratable: column note of public.first: it would be the table's own
CREATE TABLE parent (id int, note text);
CREATE TABLE first (x int) INHERITS (parent);
CREATE TABLE second (note text) INHERITS (parent);
