CREATE TABLE t (x int, new_id bigserial);
