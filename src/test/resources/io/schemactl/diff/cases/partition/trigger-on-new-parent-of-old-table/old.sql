CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE leaf (a int, b int);
