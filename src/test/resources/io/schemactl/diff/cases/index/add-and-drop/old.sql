CREATE TABLE t (a int, b text);
CREATE INDEX gone ON t (a);
