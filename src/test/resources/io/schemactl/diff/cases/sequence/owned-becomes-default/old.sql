CREATE SEQUENCE numbers AS integer;
CREATE TABLE a (id integer NOT NULL DEFAULT -1, b integer DEFAULT 7);
CREATE TABLE z (id integer DEFAULT nextval('numbers'));
ALTER SEQUENCE numbers OWNED BY a.id;
