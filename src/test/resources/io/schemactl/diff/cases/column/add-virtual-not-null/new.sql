CREATE TABLE t (id integer, a integer NOT NULL GENERATED ALWAYS AS (id + 1) VIRTUAL);
