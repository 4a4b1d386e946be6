CREATE TABLE inner_table (a int, b text);
CREATE TABLE outer_table (id int, item inner_table);
