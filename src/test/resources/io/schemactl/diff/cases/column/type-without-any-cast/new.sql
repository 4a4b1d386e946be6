-- unmigratable: point
-- unmigratable-back: integer
CREATE TABLE t (a point);
