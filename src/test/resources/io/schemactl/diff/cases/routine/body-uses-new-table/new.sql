CREATE TABLE zz (a int);
CREATE FUNCTION count_zz() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM public.zz $$;
CREATE VIEW zv AS SELECT count_zz() AS n;
