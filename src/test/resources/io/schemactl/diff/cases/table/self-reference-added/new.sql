CREATE TABLE nodes (id int PRIMARY KEY, parent int);
ALTER TABLE nodes ADD CONSTRAINT nodes_parent_fkey FOREIGN KEY (parent) REFERENCES nodes;
