CREATE FUNCTION each_time() RETURNS integer LANGUAGE plpgsql VOLATILE AS $$ BEGIN RETURN 1; END $$;
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN small AS positive;
CREATE DOMAIN known AS integer NOT NULL;
CREATE DOMAIN known_five AS known DEFAULT 5;
CREATE DOMAIN five AS integer DEFAULT 5;
CREATE DOMAIN new_each_time AS integer DEFAULT each_time();
CREATE DOMAIN plain AS integer;
CREATE TABLE t (id integer);
