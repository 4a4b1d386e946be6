-- equal: yes
CREATE TABLE t (a int, b text);
CREATE FUNCTION f(x int) RETURNS text BEGIN ATOMIC select t.b from public.t where (t.a = f.x); END;
