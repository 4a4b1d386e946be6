CREATE TABLE departments (id int PRIMARY KEY, head int);
CREATE TABLE employees (id int PRIMARY KEY, department int NOT NULL REFERENCES departments);
ALTER TABLE departments ADD CONSTRAINT departments_head FOREIGN KEY (head) REFERENCES employees DEFERRABLE INITIALLY DEFERRED;
