CREATE AGGREGATE largest(int) (SFUNC = int4larger, STYPE = int, SORTOP = >);
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, FINALFUNC = int4abs, FINALFUNC_MODIFY = READ_WRITE);
