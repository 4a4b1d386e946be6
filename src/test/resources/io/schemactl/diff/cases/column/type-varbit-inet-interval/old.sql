CREATE TABLE t (a bit(8), b inet, c interval, d time);
