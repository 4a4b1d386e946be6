CREATE TABLE t (x int, old_id serial);
