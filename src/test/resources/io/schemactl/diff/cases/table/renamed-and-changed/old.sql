CREATE TABLE customer (id serial PRIMARY KEY, full_name text NOT NULL, born date, town text);
CREATE INDEX customer_town ON customer (town);
CREATE TABLE bill (id int PRIMARY KEY, number text, due date, total numeric CHECK (total > 0), customer int REFERENCES customer);
CREATE TABLE shop (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, town text, street text);
CREATE TABLE note (id int, at date, by text, what text, PRIMARY KEY (id, at));
CREATE VIEW due AS SELECT number, full_name FROM bill JOIN customer c ON c.id = customer;
COMMENT ON TABLE bill IS 'What is to be paid';
