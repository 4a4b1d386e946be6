CREATE TABLE t (a int, b int[], at timestamptz);
