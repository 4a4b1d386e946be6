CREATE SCHEMA sales;
CREATE TABLE sales.orders (id int PRIMARY KEY, total numeric(12,2) NOT NULL CHECK (total >= 0));
CREATE INDEX ON sales.orders (total);
