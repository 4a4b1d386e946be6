CREATE TABLE t (a text, d jsonb);
CREATE INDEX i ON t (upper(a), ((d ->> 'x')::int));
