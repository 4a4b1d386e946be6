-- unmigratable: check large of public.goods: it would be the table's own, and cannot become one that is only inherited
CREATE TABLE base (id int);
CREATE TABLE other (id int, CONSTRAINT large CHECK (id > 0));
CREATE TABLE goods (price int) INHERITS (other);
