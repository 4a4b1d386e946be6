CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TABLE t (mood name, code name, id name);
