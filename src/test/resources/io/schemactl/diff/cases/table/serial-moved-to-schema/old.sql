CREATE SCHEMA sales;
CREATE TABLE sales.orders (id serial, note text);
CREATE VIEW sales.numbers AS SELECT id FROM sales.orders;
