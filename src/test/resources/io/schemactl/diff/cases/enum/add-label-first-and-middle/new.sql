CREATE TYPE mood AS ENUM ('awful', 'sad', 'ok', 'fine', 'happy');
CREATE TABLE t (m mood);
