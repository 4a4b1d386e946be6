-- true: SELECT count(*) > 0 FROM employees WHERE manager IS NOT NULL
-- true: SELECT count(*) > 0 FROM departments WHERE head IS NOT NULL
-- true: SELECT count(*) >= 3 FROM root_nodes
CREATE TABLE order_lines (order_id bigint NOT NULL, line integer, tenant integer NOT NULL, PRIMARY KEY (order_id, line));
CREATE TABLE tenants (id integer PRIMARY KEY);
CREATE TABLE orders (tenant integer NOT NULL REFERENCES tenants, id bigserial, note text, PRIMARY KEY (tenant, id));
ALTER TABLE order_lines ADD FOREIGN KEY (tenant, order_id) REFERENCES orders ON DELETE CASCADE;
ALTER TABLE order_lines ADD FOREIGN KEY (tenant) REFERENCES tenants;
CREATE TABLE full_match (a integer, b bigint, FOREIGN KEY (a, b) REFERENCES orders MATCH FULL);
CREATE TABLE employees (id uuid PRIMARY KEY, manager uuid REFERENCES employees, department integer NOT NULL);
CREATE TABLE departments (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, head uuid REFERENCES employees);
ALTER TABLE employees ADD FOREIGN KEY (department) REFERENCES departments;
CREATE TABLE profiles (id uuid PRIMARY KEY REFERENCES employees ON DELETE CASCADE, bio text);
CREATE TABLE root_nodes (id integer PRIMARY KEY, root integer NOT NULL REFERENCES root_nodes);
CREATE TABLE identity_nodes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, root bigint NOT NULL REFERENCES identity_nodes);
CREATE TABLE hens (id integer PRIMARY KEY, egg integer NOT NULL);
CREATE TABLE eggs (id integer PRIMARY KEY, hen integer NOT NULL REFERENCES hens);
ALTER TABLE hens ADD FOREIGN KEY (egg) REFERENCES eggs DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE a1 (id serial PRIMARY KEY, b integer NOT NULL, c integer);
CREATE TABLE b1 (id serial PRIMARY KEY, c integer NOT NULL);
CREATE TABLE c1 (id serial PRIMARY KEY, a integer NOT NULL REFERENCES a1);
ALTER TABLE a1 ADD FOREIGN KEY (b) REFERENCES b1, ADD FOREIGN KEY (c) REFERENCES c1;
ALTER TABLE b1 ADD FOREIGN KEY (c) REFERENCES c1;
