CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE TABLE v (a int);
COMMENT ON TABLE t IS 'before';
COMMENT ON TABLE u IS 'goes';
