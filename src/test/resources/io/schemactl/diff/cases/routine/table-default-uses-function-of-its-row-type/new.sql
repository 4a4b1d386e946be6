CREATE TABLE t (id int PRIMARY KEY, v int);
CREATE FUNCTION next_v(r t) RETURNS int LANGUAGE sql AS $$ SELECT coalesce(r.v, 0) + 1 $$;
ALTER TABLE t ALTER v SET DEFAULT next_v(NULL::t);
ALTER TABLE t ADD CONSTRAINT fine CHECK (next_v(t) > 0);
