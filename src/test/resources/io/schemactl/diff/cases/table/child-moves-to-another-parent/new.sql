-- unmigratable-back: column only_a of public.child: it would be the table's own
CREATE TABLE a (id integer, c text, only_a integer, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE b (id integer NOT NULL, c text, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (only_a integer, own integer) INHERITS (b);
