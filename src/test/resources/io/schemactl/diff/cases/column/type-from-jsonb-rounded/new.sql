-- unmigratable: would be changed without an error
-- unmigratable-back: no integer value can become a jsonb
CREATE TABLE t (a integer);
