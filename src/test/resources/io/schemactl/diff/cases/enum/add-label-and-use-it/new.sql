CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood DEFAULT 'happy', CHECK (m <> 'ok'));
CREATE INDEX t_happy ON t (m) WHERE m = 'happy';
