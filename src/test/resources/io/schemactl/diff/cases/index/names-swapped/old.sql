CREATE TABLE t (a int, b int);
CREATE INDEX x ON t (a);
CREATE INDEX y ON t (b);
