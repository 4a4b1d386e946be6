CREATE TABLE t (a int, b int, c int);
COMMENT ON COLUMN t.a IS 'after';
COMMENT ON COLUMN t.c IS 'comes';
