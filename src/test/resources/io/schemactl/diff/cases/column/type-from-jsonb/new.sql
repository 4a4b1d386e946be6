-- unmigratable-back: no boolean value can become a jsonb
CREATE TABLE t (a boolean, b numeric);
