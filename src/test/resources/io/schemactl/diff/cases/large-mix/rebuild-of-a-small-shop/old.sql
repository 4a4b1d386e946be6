-- roles: app_reader
CREATE TYPE state AS ENUM ('new', 'paid', 'lost');
CREATE TABLE customers (id serial PRIMARY KEY, email varchar(100) UNIQUE, name text);
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int REFERENCES customers, state state DEFAULT 'new', total numeric(8,2));
CREATE INDEX orders_state ON orders (state);
CREATE VIEW open_orders AS SELECT o.id, c.name, o.total FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.state = 'new';
CREATE FUNCTION order_total(o int) RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT total FROM public.orders WHERE id = o $$;
