-- unmigratable-back: cannot become one that is only inherited
CREATE TABLE parent (id int);
CREATE TABLE child (x int) INHERITS (parent);
CREATE TABLE grandchild (y int, note text) INHERITS (child);
CREATE TABLE other (size int) INHERITS (parent);
