CREATE TABLE t (a int, b text, d date, ts timestamptz, j jsonb, list int[], f float8);
