-- equal: yes
CREATE TABLE t (a int, b text);
CREATE VIEW v AS select public.t.a, t.b from public.t where (b = 'x'::text);
