CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE TABLE v (a int);
COMMENT ON TABLE t IS 'after, with ''quotes'' and
a line break \ and backslash';
COMMENT ON TABLE v IS 'comes';
