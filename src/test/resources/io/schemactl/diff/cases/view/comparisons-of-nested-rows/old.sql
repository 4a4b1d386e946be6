CREATE TABLE pending (id int);
