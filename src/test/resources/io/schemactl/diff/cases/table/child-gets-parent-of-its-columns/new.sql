-- unmigratable: cannot become one that is only inherited
CREATE TABLE a (id integer);
CREATE TABLE child (own integer) INHERITS (a);
