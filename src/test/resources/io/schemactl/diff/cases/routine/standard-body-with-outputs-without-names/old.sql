CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE TABLE t (id int, b text, m mood);
