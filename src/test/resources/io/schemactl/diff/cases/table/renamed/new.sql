CREATE TABLE customers (id int PRIMARY KEY, full_name text NOT NULL, born date);
