-- unmigratable-back: column id of public.goods: it would be the table's own, and cannot become one that is only inherited
CREATE TABLE base (id bigint, note text NOT NULL, size int, day date, CONSTRAINT small CHECK (id < 8));
CREATE TABLE goods (id int, note text, size int NOT NULL, price int, CONSTRAINT large CHECK (id > 1));
CREATE INDEX ON goods (id);
