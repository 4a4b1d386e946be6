CREATE TABLE base (id int, code int, note text, size int NOT NULL, CONSTRAINT large CHECK (id > 0), CONSTRAINT small CHECK (id < 9));
CREATE TABLE goods (price int) INHERITS (base);
CREATE INDEX ON goods (id);
