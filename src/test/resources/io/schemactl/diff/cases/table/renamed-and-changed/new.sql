CREATE TABLE customers (id serial PRIMARY KEY, full_name text NOT NULL, born date, town text, vip boolean NOT NULL DEFAULT false);
CREATE INDEX customers_full_name ON customers (full_name);
CREATE TABLE invoice (id int PRIMARY KEY, number text, due date NOT NULL, total numeric CHECK (total > 0), customer int REFERENCES customers);
CREATE TABLE store (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, town text);
CREATE TABLE remark (id int, at date, by text, what text, PRIMARY KEY (id, at)) WITH (fillfactor = 50);
CREATE VIEW due AS SELECT number, full_name FROM invoice JOIN customers c ON c.id = customer;
COMMENT ON TABLE invoice IS 'What is to be paid';
