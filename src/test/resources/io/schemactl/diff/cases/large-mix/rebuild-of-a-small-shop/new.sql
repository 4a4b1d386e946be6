-- roles: app_reader
CREATE EXTENSION citext;
CREATE SCHEMA audit;
CREATE TYPE state AS ENUM ('new', 'paid', 'shipped');
CREATE DOMAIN money_amount AS numeric(12,2) CHECK (VALUE >= 0);
CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email citext NOT NULL UNIQUE, name text NOT NULL, created timestamptz NOT NULL DEFAULT now());
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers ON DELETE CASCADE, state state NOT NULL DEFAULT 'new', total money_amount);
CREATE TABLE audit.log (id bigserial, order_id bigint REFERENCES orders, was state, at timestamptz DEFAULT now());
CREATE INDEX orders_state ON orders (state) WHERE state <> 'shipped';
CREATE INDEX orders_customer ON orders (customer_id);
CREATE FUNCTION audit.note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit.log (order_id, was) VALUES (OLD.id, OLD.state); RETURN NULL; END $$;
CREATE TRIGGER orders_note AFTER UPDATE OF state ON orders FOR EACH ROW EXECUTE FUNCTION audit.note();
CREATE VIEW open_orders AS SELECT o.id, c.name, c.email, o.total FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.state = 'new';
CREATE FUNCTION order_total(o bigint) RETURNS numeric LANGUAGE sql STABLE AS $$ SELECT total FROM public.orders WHERE id = o $$;
GRANT SELECT ON open_orders TO app_reader;
