CREATE TABLE inner_table (a int);
CREATE TABLE outer_table (id int, item inner_table);
