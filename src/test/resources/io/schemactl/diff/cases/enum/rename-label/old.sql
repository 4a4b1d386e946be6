CREATE TYPE mood AS ENUM ('sad', 'hapy');
CREATE TABLE t (m mood);
