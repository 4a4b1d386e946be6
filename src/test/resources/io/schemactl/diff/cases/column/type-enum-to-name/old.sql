CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TABLE t (mood mood, code int, id uuid);
