CREATE SEQUENCE numbers AS integer;
CREATE TABLE a (id integer NOT NULL DEFAULT nextval('numbers'), b integer DEFAULT nextval('numbers'));
CREATE TABLE z (id integer DEFAULT nextval('numbers'));
ALTER SEQUENCE numbers OWNED BY a.id;
